import '../messages/en-GB/invitations.ts'
import { cloneElement, forwardRef, type ReactElement } from 'react'
import { useControlled } from '../ui/controlled.ts'
import { Dialog, type DialogProps } from '../ui/dialog.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useInvitationPolicy } from './invitation-policy-query.ts'
import { InviteUserForm } from './invite-user-form.tsx'
import { lifetimeText } from './lifetime.ts'
import type { InviteResult } from './use-invite-users.ts'

/** One resource the invited become part of. */
export interface InviteScope {
  /** Id of the resource. */
  resource: string
  /** What it is called on screen. */
  name: string
  /** Id of the scoped role they get there; without it the dialog asks. */
  role?: string
}

export interface InviteUserDialogProps
  extends Omit<DialogProps, 'open' | 'onOpenChange' | 'title' | 'description' | 'children'> {
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** A button that opens the dialog, when nothing else does. */
  trigger?: ReactElement<{ onClick?: () => void; 'aria-haspopup'?: 'dialog' }>
  /** Filled in by the page it is opened from: the permissions of one app, the creation of an app. */
  scope?: InviteScope
  /** Addresses that stand there already. */
  defaultEmails?: readonly string[]
  /** Told after every answer, with the verdict on each address. */
  onInvited?: (results: readonly InviteResult[]) => void
}

/** Invites one or many addresses from any page. Asks what the policy lists, and nothing else. */
export const InviteUserDialog = forwardRef<HTMLDivElement, InviteUserDialogProps>(function InviteUserDialog(
  { open: given, defaultOpen = false, onOpenChange, trigger, scope, defaultEmails, onInvited, ...rest },
  ref,
) {
  const { t, locale } = useRollcall()
  const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
  const policy = useInvitationPolicy()
  const role = scope?.role && (policy?.roles.find(({ id }) => id === scope.role)?.name ?? scope.role)
  return (
    <>
      {trigger && cloneElement(trigger, { onClick: () => setOpen(true), 'aria-haspopup': 'dialog' })}
      <Dialog
        ref={ref}
        open={open}
        onOpenChange={setOpen}
        title={scope ? t('invitations.inviteTo', { name: scope.name }) : t('invitations.invite')}
        description={
          policy ? (
            <>
              {t('invitations.linkValid', { lifetime: lifetimeText(policy.lifetimeHours, locale) })}
              {scope && role && ` ${t('invitations.scopeAs', { role, name: scope.name })}`}
            </>
          ) : (
            <Skeleton width="16em" />
          )
        }
        {...rest}
      >
        <InviteUserForm scope={scope} emails={defaultEmails} onInvited={onInvited} close={() => setOpen(false)} />
      </Dialog>
    </>
  )
})
