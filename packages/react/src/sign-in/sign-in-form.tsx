import '../messages/en-GB/sign-in.ts'
import { type RefusalCode, RefusedError } from '@rollcall/core/refusals'
import { forwardRef, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import type { LinkTarget } from '../ui/link-to.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { VisitorCard, type VisitorScreenProps, VisitorSkeleton } from '../ui/visitor-card.tsx'
import { ProviderLink } from './provider-link.tsx'
import { SignInCredentials } from './sign-in-credentials.tsx'
import { SignInIdentifier } from './sign-in-identifier.tsx'
import { useSignInPolicy } from './sign-in-policy-query.ts'
import { SignInProvider } from './sign-in-provider.tsx'
import type { Provider } from './use-identify.ts'

export interface SignInFormProps extends VisitorScreenProps {
  /** What the host knows already, from an earlier visit or a mail's link. */
  defaultIdentifier?: string
  /** Where one asks for a new password; without it nothing is offered. */
  forgotPassword?: LinkTarget
  /** Why somebody came back from a provider without being signed in: the `problem` in this page's address. */
  problem?: RefusalCode | null
  /** The page of this site that a provider leads back to; the first one without it. */
  returnTo?: string
  /** Instead of leaving for the provider's `startUrl`. */
  onProvider?: (provider: Provider) => void
  /** A full session is open. */
  onSignedIn?: (signedIn: { userId: string }) => void
  /** The session can do nothing but `ChangePasswordForm` and sign out. */
  onPasswordChangeRequired?: (signedIn: { userId: string }) => void
}

/** Who wants in, and where: `provider` null means here, with a password. */
interface Identified {
  readonly identifier: string
  readonly provider: Provider | null
}

/**
 * Signs in with a password, or leads to the provider of an address. Where the policy says `email-first` the address is
 * asked for alone and decides which. Whoever may not sign in is told the same, whatever the reason. `data-state` is
 * `loading`, `together`, or the step: `identifier`, `password`, `provider`. Providers that the policy offers to everybody
 * stand beneath.
 */
export const SignInForm = forwardRef<HTMLElement, SignInFormProps>(function SignInForm(
  {
    defaultIdentifier = '',
    forgotPassword,
    problem = null,
    returnTo,
    onProvider,
    onSignedIn,
    onPasswordChangeRequired,
    ...rest
  },
  ref,
) {
  const { t } = useRollcall()
  const policy = useSignInPolicy()
  const [typed, setTyped] = useState(defaultIdentifier)
  const [returned, setReturned] = useState(false)
  const [identified, setIdentified] = useState<Identified | null>(null)
  const { provider = null } = identified ?? {}
  const step = identified ? (provider ? 'provider' : 'password') : 'identifier'
  const title = {
    identifier: () => t('signIn.signIn'),
    password: () => t('signIn.enterPassword'),
    provider: () => t('signIn.through', { provider: provider?.name ?? '' }),
  }
  // Whoever was refused is known there by now, and would be sent straight back.
  const start = { onProvider, returnTo, fresh: problem === 'not-admitted' }
  const back = () => {
    setReturned(true)
    setIdentified(null)
  }
  const credentials = {
    identifier: policy?.identifier ?? 'either',
    forgotPassword,
    onDone: ({ userId, session }: { userId: string; session: 'full' | 'password-change-required' }) =>
      (session === 'full' ? onSignedIn : onPasswordChangeRequired)?.({ userId }),
  }
  return (
    <VisitorCard
      ref={ref}
      title={title[step]()}
      lead={provider && t('signIn.throughLead')}
      data-state={!policy ? 'loading' : policy.steps === 'together' ? 'together' : step}
      {...rest}
    >
      {!identified && <ProblemBanner problem={problem && new RefusedError(problem)} />}
      {!policy ? (
        <VisitorSkeleton fields={1} />
      ) : policy.steps === 'together' ? (
        <SignInCredentials defaultIdentifier={defaultIdentifier} {...credentials} />
      ) : !identified ? (
        <SignInIdentifier
          identifier={policy.identifier}
          typed={typed}
          onType={setTyped}
          focused={returned}
          onIdentified={(found) => setIdentified({ identifier: typed.trim(), provider: found })}
        />
      ) : provider ? (
        <SignInProvider identifier={identified.identifier} provider={provider} onBack={back} {...start} />
      ) : (
        <SignInCredentials known={identified.identifier} onBack={back} {...credentials} />
      )}
      {policy && !identified && policy.providers.length > 0 && (
        <div className="rc-stack">
          <p className="rc-or">{t('signIn.or')}</p>
          {policy.providers.map((one) => (
            <ProviderLink key={one.id} variant="ghost" provider={one} {...start} />
          ))}
        </div>
      )}
    </VisitorCard>
  )
})
