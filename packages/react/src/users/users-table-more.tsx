import '../messages/en-GB/users.ts'
import { lazy, Suspense, useId, useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useSaveUsers } from './users-file.ts'
import type { UsersFilter } from './users-filter.ts'

const MoreMenu = lazy(() => import('./users-table-more-menu.tsx'))

interface UsersMoreProps {
  filter: UsersFilter
  /** Undefined for those who may send no welcome mails. */
  onWelcomeAll: (() => void) | undefined
}

/** The menu of what can be done with the whole list. */
export function UsersMore({ filter, onWelcomeAll }: UsersMoreProps) {
  const { t } = useRollcall()
  const id = useId()
  const [button, setButton] = useState<HTMLElement | null>(null)
  const { save, pending } = useSaveUsers(filter)
  return (
    <>
      <IconButton
        id={id}
        icon="dots"
        label={t('users.more')}
        variant="ghost"
        aria-haspopup="menu"
        aria-expanded={button !== null}
        pending={pending}
        onClick={({ currentTarget }) => setButton((now) => (now ? null : currentTarget))}
      />
      {button && (
        <Suspense>
          <MoreMenu button={button} onClose={() => setButton(null)} onExport={save} onWelcomeAll={onWelcomeAll} />
        </Suspense>
      )}
    </>
  )
}
