import '../messages/en-GB/passwords.ts'
import '../messages/en-GB/sign-in.ts'
import { forwardRef } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { Input, PasswordInput } from '../ui/input.tsx'
import { type LinkTarget, LinkTo } from '../ui/link-to.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { VisitorCard, type VisitorScreenProps, VisitorSkeleton } from '../ui/visitor-card.tsx'
import { useIdentifier } from './identifier-query.ts'
import { useSignIn } from './use-sign-in.ts'

export interface SignInFormProps extends VisitorScreenProps {
  /** What the host knows already, from an earlier visit or a mail's link. */
  defaultIdentifier?: string
  /** Where one asks for a new password; without it nothing is offered. */
  forgotPassword?: LinkTarget
  /** A full session is open. */
  onSignedIn?: (signedIn: { userId: string }) => void
  /** The session can do nothing but `ChangePasswordForm` and sign out. */
  onPasswordChangeRequired?: (signedIn: { userId: string }) => void
}

/** Signs in with a password. Whoever may not is told the same, whatever the reason. */
export const SignInForm = forwardRef<HTMLElement, SignInFormProps>(
  ({ defaultIdentifier, forgotPassword, onSignedIn, onPasswordChangeRequired, ...rest }, ref) => {
    const { t } = useRollcall()
    const identifier = useIdentifier()
    const signIn = useSignIn()
    const form = useForm({
      read: (data) => ({ identifier: String(data.get('identifier')).trim(), password: String(data.get('password')) }),
      check: (values) =>
        Object.fromEntries(
          Object.entries(values).flatMap(([name, value]) => (value ? [] : [[name, 'required']])),
        ) as FieldErrors,
      async send(values) {
        const { session, userId } = await signIn.mutateAsync(values)
        const done = session === 'full' ? onSignedIn : onPasswordChangeRequired
        done?.({ userId })
      },
    })
    return (
      <VisitorCard ref={ref} title={t('signIn.signIn')} {...rest}>
        {identifier ? (
          <form className="rc-stack" {...form.props}>
            <ProblemBanner problem={form.problem} />
            <Field label={t(`signIn.${identifier}`)} error={form.error('identifier')} size="large">
              <Input
                name="identifier"
                type={identifier === 'email' ? 'email' : 'text'}
                defaultValue={defaultIdentifier}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={320}
              />
            </Field>
            <Field
              label={t('signIn.password')}
              error={form.error('password')}
              aside={forgotPassword && <LinkTo to={forgotPassword}>{t('passwords.forgot')}</LinkTo>}
              size="large"
            >
              <PasswordInput name="password" autoComplete="current-password" />
            </Field>
            <Button type="submit" size="large" wide pending={form.pending}>
              {t('signIn.signIn')}
            </Button>
          </form>
        ) : (
          <VisitorSkeleton fields={2} />
        )}
      </VisitorCard>
    )
  },
)
SignInForm.displayName = 'SignInForm'
