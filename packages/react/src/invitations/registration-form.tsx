import '../messages/en-GB/passwords.ts'
import '../messages/en-GB/registration.ts'
import { forwardRef, useState } from 'react'
import { type LinkTarget, LinkTo } from '../ui/link-to.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { ErrorState } from '../ui/state.tsx'
import { useToken } from '../ui/token.ts'
import { VisitorCard, type VisitorScreenProps, VisitorSkeleton } from '../ui/visitor-card.tsx'
import { useInvitationPreview } from './invitation-preview-query.ts'
import { RegistrationCode } from './registration-form-code.tsx'
import { RegistrationFields } from './registration-form-fields.tsx'
import { RegistrationLead } from './registration-form-lead.tsx'
import { useRegistrationPolicy } from './registration-policy-query.ts'

export interface RegistrationFormProps extends VisitorScreenProps {
  /** From the invitation's link; taken from the page's fragment unless given. Without any, the code of the mail is asked for. */
  token?: string
  /** The sign-in page: for people who have an account already, and where registering does not sign in. */
  signIn?: LinkTarget
  /** The account exists; `signedIn` where the policy opens a session at once. */
  onRegistered?: (registered: { userId: string; signedIn: boolean }) => void
}

/** Redeems an invitation: one's own profile and password. The address is the invitation's. */
export const RegistrationForm = forwardRef<HTMLElement, RegistrationFormProps>(function RegistrationForm(
  { token: given, signIn, onRegistered, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const linked = useToken(given)
  const [code, setCode] = useState<string | null>(null)
  const token = linked ?? code
  const preview = useInvitationPreview(token)
  const policy = useRegistrationPolicy()
  const [registered, setRegistered] = useState<{ signedIn: boolean } | null>(null)
  const [used, setUsed] = useState<string | null>(null)
  const refused = asRefusal(preview.error)?.code === 'token-invalid'
  const toSignIn = signIn && (
    <LinkTo to={signIn} look="button">
      {t('passwords.goToSignIn')}
    </LinkTo>
  )

  if (registered) {
    return (
      <VisitorCard
        ref={ref}
        icon="check"
        tone="info"
        title={t('registration.doneTitle')}
        lead={t(registered.signedIn ? 'registration.doneSignedIn' : 'registration.doneSignIn')}
        data-state="done"
        {...rest}
      >
        {!registered.signedIn && toSignIn}
      </VisitorCard>
    )
  }
  if (token && (used === token || (refused && linked))) {
    const lead = t('registration.deadLead')
    return (
      <VisitorCard ref={ref} icon="key" title={t('passwords.deadTitle')} lead={lead} data-state="dead" {...rest}>
        {toSignIn}
      </VisitorCard>
    )
  }
  if (linked === null && !preview.data) {
    const problem = refused ? null : preview.error
    return (
      <VisitorCard
        ref={ref}
        title={t('registration.codeTitle')}
        lead={t('registration.codeLead')}
        data-state="code"
        {...rest}
      >
        <RegistrationCode
          pending={preview.isFetching}
          problem={problem}
          wrong={refused}
          onCode={(next) => (next === code ? void preview.refetch() : setCode(next))}
        />
      </VisitorCard>
    )
  }
  const failed = [preview, policy].find((query) => query.isError)
  return (
    <VisitorCard
      ref={ref}
      title={t('registration.title')}
      lead={preview.data && <RegistrationLead invitation={preview.data} />}
      data-state="asking"
      {...rest}
    >
      {failed ? (
        <ErrorState error={failed.error} onRetry={failed.refetch} />
      ) : token && preview.data && policy.data ? (
        <RegistrationFields
          token={token}
          invitation={preview.data}
          policy={policy.data}
          onDead={() => setUsed(token)}
          onRegistered={(answer) => {
            setRegistered(answer)
            onRegistered?.(answer)
          }}
        />
      ) : (
        <VisitorSkeleton fields={4} />
      )}
    </VisitorCard>
  )
})
