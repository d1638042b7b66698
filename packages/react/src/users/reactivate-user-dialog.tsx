import '../messages/en-GB/reactivation.ts'
import type { Reason } from '@rollcall/core/contract'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { useControlled } from '../ui/controlled.ts'
import { useFrozen } from '../ui/frozen.ts'
import { ReopenDialog } from '../ui/reopen-dialog.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { useReactivateUser } from './use-reactivate-user.ts'

export interface ReactivateUserDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** A user as the server told of them; `actions.messageOnReactivate` decides whether a message of one's own is offered. */
  user: { id: string; name: string; actions: { messageOnReactivate?: true | Reason } }
  /** Leave out to let the dialog keep it itself. */
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** They can sign in again. */
  onReactivated?: () => void
}

/**
 * Starts the time without use anew for somebody whose account lay unused for long, and tells them by the standard mail or
 * with a message of one's own.
 */
export const ReactivateUserDialog = forwardRef<HTMLDivElement, ReactivateUserDialogProps>(function ReactivateUserDialog(
  { user: current, open: given, defaultOpen = false, onOpenChange, onReactivated, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const toast = useToast()
  const reactivate = useReactivateUser()
  const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
  const user = useFrozen(current, open)
  const mayWrite = user.actions.messageOnReactivate
  const { name } = user
  return (
    <ReopenDialog
      ref={ref}
      open={open}
      onOpenChange={setOpen}
      title={<Words of="reactivation.title" with={{ name }} />}
      what={t('reactivation.what')}
      mail={t(mayWrite === true ? 'reactivation.mail' : 'reactivation.mailStandard')}
      message={{ label: t('reactivation.message'), hint: t('reactivation.messageHint') }}
      mayWrite={mayWrite}
      act={t('reactivation.reactivate')}
      icon="clock"
      onAct={async (message) => {
        await reactivate.mutateAsync({ userId: user.id, ...(message ? { message } : {}) })
        toast({ title: <Words of="reactivation.done" with={{ name }} />, detail: t('reactivation.doneDetail') })
        setOpen(false)
        onReactivated?.()
      }}
      done={{
        code: 'not-dormant',
        title: <Words of="reactivation.notDormantTitle" with={{ name }} />,
        detail: t('reactivation.notDormant'),
      }}
      {...rest}
    />
  )
})
