import '../messages/en-GB/invitations.ts'
import { forwardRef } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useControlled } from '../ui/controlled.ts'
import { Dialog, DialogBody, DialogFoot } from '../ui/dialog.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import type { InvitationDialogProps } from './resend-invitation-dialog.tsx'
import { useRevokeInvitation } from './use-revoke-invitation.ts'

/** Says what goes with the invitation before it goes. */
export const RevokeInvitationDialog = forwardRef<HTMLDivElement, InvitationDialogProps>(function RevokeInvitationDialog(
  { user, open: given, defaultOpen = false, onOpenChange, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const toast = useToast()
  const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
  const { mutate: revokeInvitation, isPending, error } = useRevokeInvitation()

  function revoke() {
    revokeInvitation(
      { userId: user.id },
      {
        onSuccess() {
          toast({ title: t('invitations.revoked', { name: user.name }) })
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
      title={t('invitations.revokeTitle')}
      description={<Words of="invitations.revokeDetail" with={{ name: user.name }} />}
      {...rest}
    >
      <DialogBody className="rc-stack">
        <ProblemBanner problem={error} />
        <p className="rc-lead">{t('invitations.revokeAfter')}</p>
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
        <Button tone="danger" pending={isPending} onClick={revoke}>
          {t('invitations.revoke')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
})
