import '../messages/en-GB/passwords.ts'
import '../messages/en-GB/sign-in.ts'
import { forwardRef, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { Input } from '../ui/input.tsx'
import { type LinkTarget, LinkTo } from '../ui/link-to.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { VisitorCard, type VisitorScreenProps, VisitorSkeleton } from '../ui/visitor-card.tsx'
import { Words } from '../ui/words.tsx'
import { ForgotPasswordSent } from './forgot-password-sent.tsx'
import { usePasswordPolicy } from './password-policy-query.ts'
import { useRequestReset } from './use-request-reset.ts'

export interface ForgotPasswordFormProps extends VisitorScreenProps {
  /** What the host knows already. */
  defaultIdentifier?: string
  /** The sign-in page; without it nothing is offered. */
  signIn?: LinkTarget
  /** A mail was asked for. Whether anybody gets one is not known here. */
  onRequested?: (requested: { identifier: string }) => void
}

/** Asks for a link to set a new password. The confirmation is the same whoever asks. */
export const ForgotPasswordForm = forwardRef<HTMLElement, ForgotPasswordFormProps>(function ForgotPasswordForm(
  { defaultIdentifier = '', signIn, onRequested, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const policy = usePasswordPolicy()
  const request = useRequestReset()
  const [typed, setTyped] = useState(defaultIdentifier)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const send = async (identifier: string) => {
    await request.mutateAsync(identifier)
    setSentTo(identifier)
    onRequested?.({ identifier })
  }
  const form = useForm({
    read: () => typed.trim(),
    check: (identifier): FieldErrors => (identifier ? {} : { identifier: 'required' }),
    send,
  })
  const back = signIn && (
    <LinkTo to={signIn} icon="back">
      {t('passwords.backToSignIn')}
    </LinkTo>
  )

  const identifier = policy.isError ? 'either' : policy.data?.identifier
  if (sentTo !== null) {
    const hours = policy.data?.reset.lifetimeHours
    return (
      <VisitorCard
        ref={ref}
        icon="mail"
        tone="info"
        title={t('passwords.sentTitle')}
        lead={
          <>
            <Words of="passwords.sentLead" with={{ identifier: <Bidi className="rc-strong">{sentTo}</Bidi> }} />{' '}
            {hours && t('passwords.linkValid', { count: hours })}
          </>
        }
        data-state="sent"
        {...rest}
      >
        <ForgotPasswordSent
          byAddress={identifier === 'email'}
          onAgain={() => send(sentTo)}
          onOther={() => setSentTo(null)}
        />
        {back}
      </VisitorCard>
    )
  }
  return (
    <VisitorCard ref={ref} title={t('passwords.forgot')} lead={t('passwords.forgotLead')} data-state="asking" {...rest}>
      {identifier ? (
        <form className="rc-stack" {...form.props}>
          <ProblemBanner problem={form.problem} />
          <Field label={t(`signIn.${identifier}`)} error={form.error('identifier')} size="large">
            <Input
              name="identifier"
              type={identifier === 'email' ? 'email' : 'text'}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={320}
            />
          </Field>
          <Button type="submit" size="large" wide pending={form.pending}>
            {t('passwords.sendLink')}
          </Button>
        </form>
      ) : (
        <VisitorSkeleton fields={1} />
      )}
      {back}
    </VisitorCard>
  )
})
