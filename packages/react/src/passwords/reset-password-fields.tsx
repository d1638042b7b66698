import '../messages/en-GB/passwords.ts'
import { RefusedError } from '@rollcall/core/refusals'
import { useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CodeField } from '../ui/code-field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { lengthProblem, NewPasswordField, type PasswordRules } from './new-password-field.tsx'
import { useCompleteReset } from './use-complete-reset.ts'

interface ResetPasswordFieldsProps {
  /** Null: the code of the mail is typed instead. */
  token: string | null
  rules: PasswordRules
  /** The link no longer works. */
  onDead: () => void
  onReset: () => void
}

export function ResetPasswordFields({ token, rules, onDead, onReset }: ResetPasswordFieldsProps) {
  const { t } = useRollcall()
  const reset = useCompleteReset()
  const [wrongCode, setWrongCode] = useState(false)
  const form = useForm({
    read: (data) => ({ token: token ?? String(data.get('token')).trim(), password: String(data.get('password')) }),
    check(values): FieldErrors {
      setWrongCode(false)
      const problem = lengthProblem(values.password, rules)
      return { ...(values.token ? {} : { token: 'required' }), ...(problem ? { password: problem } : {}) }
    },
    async send(values) {
      try {
        await reset.mutateAsync(values)
      } catch (error) {
        if (asRefusal(error)?.code !== 'token-invalid') throw error
        if (token) return onDead()
        setWrongCode(true)
        throw new RefusedError('token-invalid', { fields: { token: 'invalid' } })
      }
      onReset()
    },
  })
  return (
    <form className="rc-stack" {...form.props}>
      <ProblemBanner problem={form.problem} />
      {token === null && <CodeField wrong={wrongCode} error={form.error('token')} />}
      <NewPasswordField label={t('passwords.new')} rules={rules} error={form.error('password')} />
      <Button type="submit" size="large" wide pending={form.pending}>
        {t('passwords.set')}
      </Button>
    </form>
  )
}
