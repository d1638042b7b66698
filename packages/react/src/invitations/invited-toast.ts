import '../messages/en-GB/invitations.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { InviteResult } from './use-invite-users.ts'

/** Says what became of the addresses: one by name, many by number. */
export function useAnnounceInvited(): (results: readonly InviteResult[]) => void {
  const { t, toasts } = useRollcall()
  return (results) => {
    const sent = results.filter(({ verdict }) => verdict === 'invited' || verdict === 'invited-again')
    const again = sent.filter(({ verdict }) => verdict === 'invited-again')
    const [first] = sent
    if (!first) return
    if (sent.length === 1) {
      return toasts.show(
        again.length > 0
          ? {
              title: t('invitations.invitedAgain', { email: first.email }),
              detail: t('invitations.invitedAgainDetail'),
            }
          : { title: t('invitations.invited', { email: first.email }) },
      )
    }
    toasts.show({
      title: t('invitations.invitedCount', { count: sent.length }),
      ...(again.length > 0 && { detail: t('invitations.someAgain', { count: again.length }) }),
    })
  }
}
