import '../messages/en-GB/welcome.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { useControlled } from '../ui/controlled.ts'
import { Dialog, DialogBody, DialogFoot } from '../ui/dialog.tsx'
import { useFrozen } from '../ui/frozen.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { useSendWelcome } from './use-send-welcome.ts'
import type { User } from './users-query.ts'

export interface SendWelcomeDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** A user as the server told of them. An open dialog stays with the one it was opened for. */
  user: Pick<User, 'id' | 'name' | 'email' | 'registeredAt'>
  /** Leave out to let the dialog keep it itself. */
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
}

/** Sends somebody the welcome mail by hand, whatever the settings say. */
export const SendWelcomeDialog = forwardRef<HTMLDivElement, SendWelcomeDialogProps>(function SendWelcomeDialog(
  { user: current, open: given, defaultOpen = false, onOpenChange, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const toast = useToast()
  const { mutate: send, isPending, error } = useSendWelcome()
  const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
  const user = useFrozen(current, open)
  const { name } = user

  function sendNow() {
    send(
      { userId: user.id },
      {
        onSuccess() {
          toast({ title: <Words of="welcome.sent" with={{ name }} />, detail: <Bidi>{user.email}</Bidi> })
          setOpen(false)
        },
      },
    )
  }

  return (
    <Dialog
      ref={ref}
      size="small"
      open={open}
      onOpenChange={setOpen}
      title={<Words of="welcome.title" with={{ name }} />}
      {...rest}
    >
      <DialogBody className="rc-stack">
        <ProblemBanner problem={error} />
        <p className="rc-lead">
          <Words of="welcome.to" with={{ email: <Bidi className="rc-strong">{user.email}</Bidi> }} />{' '}
          {t(user.registeredAt === null ? 'welcome.choose' : 'welcome.registered')}
        </p>
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
        <Button icon="mail" pending={isPending} onClick={sendNow}>
          {t('welcome.send')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
})
