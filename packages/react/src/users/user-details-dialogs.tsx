import { lazy, Suspense, useState } from 'react'
import type { UserWithDetails } from './user-query.ts'
import type { UserAct } from './users-table-context.ts'
import { UsersDialogs } from './users-table-dialogs.tsx'

// Loaded when first opened: it is heavy and seldom needed.
const ImpersonateDialog = lazy(async () => ({ default: (await import('../impersonation/index.ts')).ImpersonateDialog }))

/** The dialogs of one user's page: `begin` opens one, `dialogs` is where they stand. */
export function useUserDialogs(user: UserWithDetails, onImpersonated: (() => void) | undefined) {
  const [act, setAct] = useState<UserAct | null>(null)
  const [open, setOpen] = useState(false)
  const begin = (next: UserAct) => {
    setAct(next)
    setOpen(true)
  }
  const dialogs =
    act === 'impersonate' ? (
      <Suspense>
        <ImpersonateDialog
          user={user}
          open={open}
          onOpenChange={setOpen}
          {...(onImpersonated ? { onStarted: onImpersonated } : {})}
        />
      </Suspense>
    ) : (
      act && <UsersDialogs dialog={{ act, user }} open={open} onOpenChange={setOpen} />
    )
  return { begin, dialogs }
}
