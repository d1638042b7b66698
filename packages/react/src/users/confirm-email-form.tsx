import '../messages/en-GB/emailChange.ts'
import '../messages/en-GB/passwords.ts'
import { RefusedError } from '@rollcall/core/refusals'
import { forwardRef, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { CodeField } from '../ui/code-field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { type LinkTarget, LinkTo } from '../ui/link-to.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToken } from '../ui/token.ts'
import { VisitorCard, type VisitorScreenProps, VisitorSkeleton } from '../ui/visitor-card.tsx'
import { Words } from '../ui/words.tsx'
import { useConfirmEmailChange } from './use-confirm-email-change.ts'

export interface ConfirmEmailFormProps extends VisitorScreenProps {
  /** From the link; taken from the page's fragment unless given. Without any, the code of the mail is asked for. */
  token?: string
  /** Where to go on: the sign-in page, or the product for whoever is signed in. */
  goOn?: LinkTarget
  /** The address is theirs now. */
  onConfirmed?: (confirmed: { email: string }) => void
}

/**
 * Confirms a changed address with the link or code mailed to it. A press of a button, because mail programs open links
 * on their own. `data-state` is `asking`, `done` or `dead`.
 */
export const ConfirmEmailForm = forwardRef<HTMLElement, ConfirmEmailFormProps>(function ConfirmEmailForm(
  { token: given, goOn, onConfirmed, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const token = useToken(given)
  const [email, setEmail] = useState<string | null>(null)
  const [dead, setDead] = useState<string | null>(null)
  const onward = goOn && (
    <LinkTo to={goOn} look="button">
      {t('emailChange.goOn')}
    </LinkTo>
  )
  if (email !== null) {
    const lead = <Words of="emailChange.doneLead" with={{ email: <Bidi className="rc-strong">{email}</Bidi> }} />
    return (
      <VisitorCard
        ref={ref}
        icon="check"
        tone="info"
        title={t('emailChange.doneTitle')}
        lead={lead}
        data-state="done"
        {...rest}
      >
        {onward}
      </VisitorCard>
    )
  }
  if (token && dead === token) {
    const lead = t('emailChange.deadLead')
    return (
      <VisitorCard ref={ref} icon="key" title={t('passwords.deadTitle')} lead={lead} data-state="dead" {...rest}>
        {onward}
      </VisitorCard>
    )
  }
  return (
    <VisitorCard
      ref={ref}
      title={t('emailChange.confirmTitle')}
      lead={t('emailChange.confirmLead')}
      data-state="asking"
      {...rest}
    >
      {token === undefined ? (
        <VisitorSkeleton fields={0} />
      ) : (
        <ConfirmEmailFields
          token={token}
          onDead={() => setDead(token)}
          onConfirmed={(confirmed) => {
            setEmail(confirmed.email)
            onConfirmed?.(confirmed)
          }}
        />
      )}
    </VisitorCard>
  )
})

interface ConfirmEmailFieldsProps {
  /** Null: the code of the mail is typed instead. */
  token: string | null
  onDead: () => void
  onConfirmed: (confirmed: { email: string }) => void
}

function ConfirmEmailFields({ token, onDead, onConfirmed }: ConfirmEmailFieldsProps) {
  const { t } = useRollcall()
  const confirm = useConfirmEmailChange()
  const [wrongCode, setWrongCode] = useState(false)
  const form = useForm({
    read: (data) => ({ token: token ?? String(data.get('token')).trim() }),
    check(values): FieldErrors {
      setWrongCode(false)
      return values.token ? {} : { token: 'required' }
    },
    async send(values) {
      try {
        onConfirmed(await confirm.mutateAsync(values))
      } catch (error) {
        if (asRefusal(error)?.code !== 'token-invalid') throw error
        if (token) return onDead()
        setWrongCode(true)
        throw new RefusedError('token-invalid', { fields: { token: 'invalid' } })
      }
    },
  })
  return (
    <form className="rc-stack" {...form.props}>
      <ProblemBanner problem={form.problem} />
      {token === null && <CodeField wrong={wrongCode} error={form.error('token')} />}
      <Button type="submit" size="large" wide pending={form.pending}>
        {t('emailChange.confirm')}
      </Button>
    </form>
  )
}
