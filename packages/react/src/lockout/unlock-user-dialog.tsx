import '../messages/en-GB/lockout.ts'
import type { Reason } from '@rollcall/core/contract'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { useControlled } from '../ui/controlled.ts'
import { useFrozen } from '../ui/frozen.ts'
import { ReopenDialog } from '../ui/reopen-dialog.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { useUnlockUser } from './use-unlock-user.ts'

export interface UnlockUserDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** A user as the server told of them; `actions.messageOnUnlock` decides whether a message of one's own is offered. */
  user: { id: string; name: string; actions: { messageOnUnlock?: true | Reason } }
  /** Leave out to let the dialog keep it itself. */
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** The account is open again. */
  onUnlocked?: () => void
}

/** Opens a locked account, and tells its owner by the standard mail or with a message of one's own. */
export const UnlockUserDialog = forwardRef<HTMLDivElement, UnlockUserDialogProps>(function UnlockUserDialog(
  { user: current, open: given, defaultOpen = false, onOpenChange, onUnlocked, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const toast = useToast()
  const unlock = useUnlockUser()
  const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
  const user = useFrozen(current, open)
  const mayWrite = user.actions.messageOnUnlock
  const { name } = user
  return (
    <ReopenDialog
      ref={ref}
      open={open}
      onOpenChange={setOpen}
      title={<Words of="lockout.unlockTitle" with={{ name }} />}
      what={t('lockout.unlockWhat')}
      mail={t(mayWrite === true ? 'lockout.unlockMail' : 'lockout.unlockMailStandard')}
      message={{ label: t('lockout.message'), hint: t('lockout.messageHint') }}
      mayWrite={mayWrite}
      act={t('lockout.unlock')}
      icon="unlock"
      onAct={async (message) => {
        await unlock.mutateAsync({ userId: user.id, ...(message ? { message } : {}) })
        toast({ title: <Words of="lockout.unlocked" with={{ name }} />, detail: t('lockout.unlockedDetail') })
        setOpen(false)
        onUnlocked?.()
      }}
      done={{
        code: 'not-locked',
        title: <Words of="lockout.notLockedTitle" with={{ name }} />,
        detail: t('lockout.notLocked'),
      }}
      {...rest}
    />
  )
})
