import '../messages/en-GB/passwords.ts'
import '../messages/en-GB/sign-in.ts'
import type { PasswordOwner } from '@rollcall/core/rules'
import { useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { Input, PasswordInput } from '../ui/input.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { lengthProblem, NewPasswordField, type PasswordRules } from './new-password-field.tsx'

interface Passwords {
  currentPassword?: string
  password: string
}

interface ChangePasswordFieldsProps {
  me: PasswordOwner & { email: string; username: string | null; restricted: boolean }
  rules: PasswordRules
  onSend: (passwords: Passwords) => Promise<unknown>
  onChanged?: () => void
}

export function ChangePasswordFields({ me, rules, onSend, onChanged }: ChangePasswordFieldsProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const [round, setRound] = useState(0)
  const [wrong, setWrong] = useState(false)
  const form = useForm({
    read: (data): Passwords => ({
      password: String(data.get('password')),
      ...(me.restricted ? {} : { currentPassword: String(data.get('currentPassword')) }),
    }),
    check({ currentPassword, password }): FieldErrors {
      setWrong(false)
      const problem = lengthProblem(password, rules)
      return {
        ...(currentPassword === '' ? { currentPassword: 'required' } : {}),
        ...(problem && { password: problem }),
      }
    },
    async send(passwords) {
      await onSend(passwords).catch((error: unknown) => {
        setWrong(asRefusal(error)?.code === 'wrong-credentials')
        throw error
      })
      setRound(round + 1)
      toast({ title: t('passwords.changed'), detail: t('passwords.changedDetail') })
      onChanged?.()
    },
  })
  return (
    // What was typed goes with the round it was typed in.
    <form className="rc-stack" key={round} {...form.props}>
      <Field label={t(me.username ? 'signIn.username' : 'signIn.email')} size="large">
        <Input value={me.username ?? me.email} autoComplete="username" readOnly />
      </Field>
      <ProblemBanner problem={form.problem} />
      {!me.restricted && (
        <Field
          label={t('passwords.current')}
          error={wrong ? t('passwords.currentWrong') : form.error('currentPassword')}
          required
          size="large"
        >
          <PasswordInput name="currentPassword" autoComplete="current-password" />
        </Field>
      )}
      <NewPasswordField label={t('passwords.new')} rules={rules} owner={me} error={form.error('password')} />
      <Button type="submit" size="large" wide pending={form.pending}>
        {t(me.restricted ? 'passwords.setAndContinue' : 'passwords.set')}
      </Button>
    </form>
  )
}
