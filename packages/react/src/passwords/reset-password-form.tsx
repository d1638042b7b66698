import '../messages/en-GB/passwords.ts'
import { forwardRef, useState } from 'react'
import { type LinkTarget, LinkTo } from '../ui/link-to.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { ErrorState } from '../ui/state.tsx'
import { useToken } from '../ui/token.ts'
import { VisitorCard, type VisitorScreenProps, VisitorSkeleton } from '../ui/visitor-card.tsx'
import { usePasswordPolicy } from './password-policy-query.ts'
import { ResetPasswordFields } from './reset-password-fields.tsx'

export interface ResetPasswordFormProps extends VisitorScreenProps {
  /** From the link; taken from the page's fragment unless given. Without any, the code of the mail is asked for. */
  token?: string
  /** The sign-in page, where the new password is used. */
  signIn?: LinkTarget
  /** Where to ask for a new link when this one no longer works. */
  forgotPassword?: LinkTarget
  /** The new password is set. No session was opened. */
  onReset?: () => void
}

/** Sets a new password with a mailed link or code; this also unlocks the account. */
export const ResetPasswordForm = forwardRef<HTMLElement, ResetPasswordFormProps>(function ResetPasswordForm(
  { token: given, signIn, forgotPassword, onReset, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const token = useToken(given)
  const policy = usePasswordPolicy()
  const [done, setDone] = useState(false)
  const [dead, setDead] = useState<string | null>(null)

  if (done) {
    const lead = t('passwords.doneLead')
    return (
      <VisitorCard
        ref={ref}
        icon="check"
        tone="info"
        title={t('passwords.doneTitle')}
        lead={lead}
        data-state="done"
        {...rest}
      >
        {signIn && (
          <LinkTo to={signIn} look="button">
            {t('passwords.goToSignIn')}
          </LinkTo>
        )}
      </VisitorCard>
    )
  }
  if (token && dead === token) {
    const lead = t('passwords.deadLead')
    return (
      <VisitorCard ref={ref} icon="key" title={t('passwords.deadTitle')} lead={lead} data-state="dead" {...rest}>
        {forgotPassword && (
          <LinkTo to={forgotPassword} look="button">
            {t('passwords.askAgain')}
          </LinkTo>
        )}
        {signIn && (
          <LinkTo to={signIn} icon="back">
            {t('passwords.backToSignIn')}
          </LinkTo>
        )}
      </VisitorCard>
    )
  }
  return (
    <VisitorCard
      ref={ref}
      title={t('passwords.resetTitle')}
      lead={t('passwords.resetLead')}
      data-state="asking"
      {...rest}
    >
      {policy.isError ? (
        <ErrorState error={policy.error} onRetry={policy.refetch} />
      ) : policy.data && token !== undefined ? (
        <ResetPasswordFields
          token={token}
          rules={policy.data.password}
          onDead={() => setDead(token)}
          onReset={() => {
            setDone(true)
            onReset?.()
          }}
        />
      ) : (
        <VisitorSkeleton fields={1} />
      )}
    </VisitorCard>
  )
})
