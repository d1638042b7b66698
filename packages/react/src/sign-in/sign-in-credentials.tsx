import '../messages/en-GB/passwords.ts'
import '../messages/en-GB/sign-in.ts'
import { useEffect, useId, useRef } from 'react'
import { Banner, ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { PasswordInput } from '../ui/input.tsx'
import { type LinkTarget, LinkTo } from '../ui/link-to.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { SignInAccount } from './sign-in-account.tsx'
import { IdentifierField, type IdentifierKind } from './sign-in-identifier.tsx'
import { useSignIn } from './use-sign-in.ts'

type SignInCredentialsProps = {
  identifier: IdentifierKind
  forgotPassword: LinkTarget | undefined
  onDone: (signedIn: { userId: string; session: 'full' | 'password-change-required' }) => void
} & (
  | { defaultIdentifier: string; known?: never; onBack?: never }
  /** The second of two steps: who it is was said in the first. */
  | { defaultIdentifier?: never; known: string; onBack: () => void }
)

/** The password, and in one step the identifier with it. */
export function SignInCredentials(props: SignInCredentialsProps) {
  const { identifier, defaultIdentifier, known, onBack, forgotPassword, onDone } = props
  const { t } = useRollcall()
  const signIn = useSignIn()
  const account = useId()
  const password = useRef<HTMLInputElement>(null)
  const form = useForm({
    read: (data) => ({ identifier: String(data.get('identifier')).trim(), password: String(data.get('password')) }),
    check: (values) =>
      Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) => (value ? [] : [[name, 'required']])),
      ) as FieldErrors,
    send: async (values) => onDone(await signIn.mutateAsync(values)),
  })

  useEffect(() => {
    if (known !== undefined) password.current?.focus()
  }, [known])

  return (
    <form className="rc-stack" {...form.props}>
      {known !== undefined && (
        <>
          <SignInAccount id={account} identifier={known} onBack={onBack} />
          {/* What password managers store the password with. */}
          <input
            className="rc-hidden"
            type="text"
            name="identifier"
            autoComplete="username"
            value={known}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
        </>
      )}
      {identifier !== 'email' && asRefusal(form.problem)?.code === 'wrong-credentials' ? (
        <Banner tone="danger" role="alert" title={t('common.didNotWork')}>
          {t(`signIn.${identifier}Wrong`)}
        </Banner>
      ) : (
        <ProblemBanner problem={form.problem} />
      )}
      {known === undefined && (
        <IdentifierField identifier={identifier} defaultValue={defaultIdentifier} error={form.error('identifier')} />
      )}
      <Field
        label={t('signIn.password')}
        error={form.error('password')}
        aside={forgotPassword && <LinkTo to={forgotPassword}>{t('passwords.forgot')}</LinkTo>}
        size="large"
      >
        <PasswordInput
          ref={password}
          name="password"
          autoComplete="current-password"
          aria-describedby={known === undefined ? undefined : account}
        />
      </Field>
      <Button type="submit" size="large" wide pending={form.pending}>
        {t('signIn.signIn')}
      </Button>
    </form>
  )
}
