import '../messages/en-GB/sessions.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useFrozen } from '../ui/frozen.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import type { Session } from './sessions-query.ts'
import { useEndAllSessions } from './use-end-sessions.ts'

interface EndSessionsDialogProps {
  userId: string | undefined
  sessions: readonly Session[]
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function EndSessionsDialog({ userId, sessions: current, open, onOpenChange }: EndSessionsDialogProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const sessions = useFrozen(current, open)
  const end = useEndAllSessions(userId)
  const count = sessions.length
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('sessions.endAllTitle', { count })}
      act={t('sessions.endAllNow', { count })}
      pending={end.isPending}
      problem={end.error}
      onAct={() =>
        end.mutate(sessions, {
          onSuccess(ended) {
            toast({ title: t('sessions.endedAll', { count: ended }) })
            onOpenChange(false)
          },
        })
      }
    >
      {t('sessions.endAllDetail')}
    </ConfirmDialog>
  )
}
