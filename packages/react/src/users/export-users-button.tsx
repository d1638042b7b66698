import '../messages/en-GB/usersFile.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { Button } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useSaveUsers } from './users-file.ts'
import type { UsersFilter } from './users-filter.ts'

export interface ExportUsersButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children' | 'onClick'> {
  /** As a users table has it; everybody one may see without it. */
  filter?: UsersFilter
}

/** Saves the users of a list as a CSV file, safe to open in a spreadsheet, to be imported again without loss. */
export const ExportUsersButton = forwardRef<HTMLButtonElement, ExportUsersButtonProps>(function ExportUsersButton(
  { filter = {}, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const { save, pending } = useSaveUsers(filter)
  return (
    <Button ref={ref} variant="ghost" icon="download" pending={pending} {...rest} onClick={save}>
      {t('usersFile.export')}
    </Button>
  )
})
