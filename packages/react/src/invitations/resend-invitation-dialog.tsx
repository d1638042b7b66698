import '../messages/en-GB/invitations.ts'
import { forwardRef } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useControlled } from '../ui/controlled.ts'
import { Dialog, DialogBody, DialogFoot, DialogForm, type DialogProps } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useForm } from '../ui/form.ts'
import { Textarea } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { useInvitationPolicy } from './invitation-policy-query.ts'
import { lifetimeText } from './lifetime.ts'
import { useResendInvitation } from './use-resend-invitation.ts'

export interface InvitationDialogProps
  extends Omit<DialogProps, 'open' | 'onOpenChange' | 'title' | 'description' | 'children'> {
  /** Somebody who has not registered; `actions.messageOnResend` decides whether a message of one's own is offered. */
  user: { id: string; name: string; actions: { messageOnResend?: true | string } }
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
}

/** Says what sending again does, and offers words of one's own where the server allows them. */
export const ResendInvitationDialog = forwardRef<HTMLDivElement, InvitationDialogProps>(function ResendInvitationDialog(
  { user, open: given, defaultOpen = false, onOpenChange, ...rest },
  ref,
) {
  const { t, locale } = useRollcall()
  const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
  const policy = useInvitationPolicy()
  const lifetime = policy ? lifetimeText(policy.lifetimeHours, locale) : '…'
  return (
    <Dialog
      ref={ref}
      open={open}
      onOpenChange={setOpen}
      title={t('invitations.resendTitle')}
      description={<Words of="invitations.resendDetail" with={{ name: user.name, lifetime }} />}
      {...rest}
    >
      <ResendForm user={user} close={() => setOpen(false)} />
    </Dialog>
  )
})

function ResendForm({ user, close }: { user: InvitationDialogProps['user']; close: () => void }) {
  const { t } = useRollcall()
  const toast = useToast()
  const { mutateAsync: resendInvitation } = useResendInvitation()
  const offersMessage = user.actions.messageOnResend === true
  const form = useForm({
    read: (data) => String(data.get('message') ?? '').trim(),
    async send(message) {
      await resendInvitation({ userId: user.id, ...(message && { message }) })
      toast({ title: t('invitations.resent', { name: user.name }) })
      close()
    },
  })
  return (
    <DialogForm {...form.props}>
      {(offersMessage || Boolean(form.problem)) && (
        <DialogBody className="rc-stack">
          <ProblemBanner problem={form.problem} />
          {offersMessage && (
            <Field
              label={t('invitations.message')}
              optional={t('invitations.messageHint')}
              error={form.error('message')}
            >
              <Textarea name="message" maxLength={2_000} />
            </Field>
          )}
        </DialogBody>
      )}
      <DialogFoot>
        <Button variant="ghost" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" icon="mail" pending={form.pending}>
          {t('invitations.send')}
        </Button>
      </DialogFoot>
    </DialogForm>
  )
}
