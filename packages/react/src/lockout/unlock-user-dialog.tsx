import '../messages/en-GB/lockout.ts'
import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { useControlled } from '../ui/controlled.ts'
import { Dialog, DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useForm } from '../ui/form.ts'
import { useFrozen } from '../ui/frozen.ts'
import { Textarea } from '../ui/input.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { useUnlockUser } from './use-unlock-user.ts'

export interface UnlockUserDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** A user as the server told of them; `actions.messageOnUnlock` decides whether a message of one's own is offered. */
  user: { id: string; name: string; actions: { messageOnUnlock?: true | string } }
  /** Leave out to let the dialog keep it itself. */
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** The account is open again. */
  onUnlocked?: () => void
}

/** Opens a locked account, and tells its owner by the standard mail or with a message of one's own. */
export const UnlockUserDialog = forwardRef<HTMLDivElement, UnlockUserDialogProps>(
  ({ user: current, open: given, defaultOpen = false, onOpenChange, onUnlocked, ...rest }, ref) => {
    const { t } = useRollcall()
    const toast = useToast()
    const unlock = useUnlockUser()
    const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
    const user = useFrozen(current, open)
    const [opened, setOpened] = useState<string | null>(null)
    const name = <Bidi>{user.name}</Bidi>
    const custom = user.actions.messageOnUnlock === true
    const change = (next: boolean) => {
      setOpened(null)
      setOpen(next)
    }
    const form = useForm({
      read: (data) => String(data.get('message') ?? '').trim(),
      async send(message) {
        try {
          await unlock.mutateAsync({ userId: user.id, ...(message ? { message } : {}) })
        } catch (error) {
          if (asRefusal(error)?.code !== 'not-locked') throw error
          return setOpened(user.id)
        }
        toast({ title: <Words of="lockout.unlocked" with={{ name }} />, detail: t('lockout.unlockedDetail') })
        change(false)
        onUnlocked?.()
      },
    })
    if (opened === user.id) {
      return (
        <Dialog
          ref={ref}
          open={open}
          onOpenChange={change}
          title={<Words of="lockout.notLockedTitle" with={{ name }} />}
          data-state="not-locked"
          {...rest}
        >
          <DialogBody>
            <p className="rc-lead" role="status">
              {t('lockout.notLocked')}
            </p>
          </DialogBody>
          <DialogFoot>
            <Button variant="ghost" onClick={() => change(false)}>
              {t('common.close')}
            </Button>
          </DialogFoot>
        </Dialog>
      )
    }
    return (
      <Dialog
        ref={ref}
        open={open}
        onOpenChange={change}
        title={<Words of="lockout.unlockTitle" with={{ name }} />}
        description={t('lockout.unlockWhat')}
        {...rest}
      >
        <DialogForm {...form.props}>
          <DialogBody className="rc-stack">
            <ProblemBanner problem={form.problem} />
            <p className="rc-lead">{t(custom ? 'lockout.unlockMail' : 'lockout.unlockMailStandard')}</p>
            {custom && (
              <Field
                label={t('lockout.message')}
                optional
                hint={t('lockout.messageHint')}
                error={form.error('message')}
              >
                <Textarea name="message" maxLength={2_000} />
              </Field>
            )}
          </DialogBody>
          <DialogFoot>
            <Button variant="ghost" onClick={() => change(false)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" icon="unlock" pending={form.pending}>
              {t('lockout.unlock')}
            </Button>
          </DialogFoot>
        </DialogForm>
      </Dialog>
    )
  },
)
UnlockUserDialog.displayName = 'UnlockUserDialog'
