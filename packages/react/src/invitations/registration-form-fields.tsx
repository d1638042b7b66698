import '../messages/en-GB/details.ts'
import '../messages/en-GB/registration.ts'
import '../messages/en-GB/sign-in.ts'
import type { PasswordOwner, ProfileField } from '@rollcall/core/rules'
import { useState } from 'react'
import { NewPasswordField, type PasswordRules } from '../passwords/index.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { Icon } from '../ui/icon.tsx'
import { Input } from '../ui/input.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { InvitationPreview } from './invitation-preview-query.ts'
import { RegistrationProfile } from './registration-form-profile.tsx'
import { useRegisterUser } from './use-register-user.ts'

interface RegistrationFieldsProps {
  token: string
  invitation: InvitationPreview
  policy: {
    registrationFields: Partial<Record<ProfileField, boolean>>
    languages: readonly string[]
    password: PasswordRules
  }
  /** The invitation was redeemed, replaced or expired meanwhile. */
  onDead: () => void
  onRegistered: (registered: { userId: string; signedIn: boolean }) => void
}

export function RegistrationFields({ token, invitation, policy, onDead, onRegistered }: RegistrationFieldsProps) {
  const { t } = useRollcall()
  const { email, username } = invitation
  const register = useRegisterUser()
  const shown = Object.entries(policy.registrationFields)
  const [names, setNames] = useState<PasswordOwner>({})
  const form = useForm({
    read: (data) => ({
      password: String(data.get('password')),
      muteNotifications: data.has('muteNotifications') || undefined,
      texts: Object.fromEntries(
        shown.flatMap(([name]) => {
          const value = name === 'muteNotifications' ? null : data.get(name)
          return typeof value === 'string' && value.trim() ? [[name, value]] : []
        }),
      ),
    }),
    check({ password, texts }): FieldErrors {
      const missing = shown.filter(([name, required]) => required && name !== 'muteNotifications' && !texts[name])
      const names = [...missing.map(([name]) => name), ...(password ? [] : ['password'])]
      return Object.fromEntries(names.map((name) => [name, 'required']))
    },
    async send({ password, muteNotifications, texts }) {
      try {
        const mute = muteNotifications ? { muteNotifications } : {}
        onRegistered(await register.mutateAsync({ token, password, ...texts, ...mute }))
      } catch (error) {
        if (asRefusal(error)?.code !== 'token-invalid') throw error
        onDead()
      }
    },
  })
  return (
    <form
      className="rc-stack"
      onChange={({ currentTarget }) => {
        const data = new FormData(currentTarget)
        const name = (field: ProfileField) => String(data.get(field) ?? '')
        setNames({ firstName: name('firstName'), lastName: name('lastName'), displayName: name('displayName') })
      }}
      {...form.props}
    >
      <ProblemBanner problem={form.problem} />
      {username !== null && (
        <Field label={t('registration.signInAs')} size="large">
          <Input value={username} autoComplete="username" readOnly dir="auto" />
        </Field>
      )}
      <Field
        label={t('details.email')}
        hint={
          <>
            <Icon name="lock" size="small" />
            {t('registration.emailHint')}
          </>
        }
        size="large"
      >
        <Input type="email" value={email} autoComplete={username === null ? 'username' : 'email'} readOnly />
      </Field>
      <RegistrationProfile
        fields={policy.registrationFields}
        languages={policy.languages}
        invitation={invitation}
        error={form.error}
      />
      <NewPasswordField
        label={t('signIn.password')}
        // Nobody has had a password here before.
        rules={{ ...policy.password, history: 0 }}
        owner={{ ...names, email, username }}
        error={form.error('password')}
      />
      <Button type="submit" size="large" wide pending={form.pending}>
        {t('registration.create')}
      </Button>
    </form>
  )
}
