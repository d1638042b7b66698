import '../messages/en-GB/usersFile.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { Button } from '../ui/button.tsx'
import { download } from '../ui/download.ts'
import { describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { dayText } from '../ui/time-text.ts'
import { useToast } from '../ui/toast.tsx'
import { useExportUsers } from './use-export-users.ts'
import { narrowingOf, type UsersFilter } from './users-filter.ts'

export interface ExportUsersButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children' | 'onClick'> {
  /** As a users table has it; everybody one may see without it. */
  filter?: UsersFilter
}

/** Saves the users of a list as a CSV file, safe to open in a spreadsheet, to be imported again without loss. */
export const ExportUsersButton = forwardRef<HTMLButtonElement, ExportUsersButtonProps>(
  ({ filter = {}, ...rest }, ref) => {
    const { t, timeZone, clock } = useRollcall()
    const toast = useToast()
    const file = useExportUsers()

    async function save() {
      try {
        const blob = await file.mutateAsync(narrowingOf(filter))
        download(blob, t('usersFile.name', { day: dayText(clock.now(), timeZone) }))
        toast({ title: t('usersFile.saved'), detail: t('usersFile.savedDetail') })
      } catch (error) {
        toast({ title: t('usersFile.failed'), detail: describeProblem(t, error) })
      }
    }

    return (
      <Button ref={ref} variant="ghost" icon="download" pending={file.isPending} {...rest} onClick={() => void save()}>
        {t('usersFile.export')}
      </Button>
    )
  },
)
ExportUsersButton.displayName = 'ExportUsersButton'
