import '../messages/en-GB/sign-in.ts'
import { type ComponentPropsWithoutRef, forwardRef, useEffect, useRef } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useForm } from '../ui/form.ts'
import { Input } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type Provider, useIdentify } from './use-identify.ts'

export type IdentifierKind = 'email' | 'username' | 'either'

interface IdentifierFieldProps extends ComponentPropsWithoutRef<'input'> {
  identifier: IdentifierKind
  error: string | undefined
}

/** What one signs in with. */
export const IdentifierField = forwardRef<HTMLInputElement, IdentifierFieldProps>(function IdentifierField(
  { identifier, error, ...rest },
  ref,
) {
  const { t } = useRollcall()
  return (
    <Field label={t(`signIn.${identifier}`)} error={error} size="large">
      <Input
        ref={ref}
        name="identifier"
        type={identifier === 'email' ? 'email' : 'text'}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={320}
        {...rest}
      />
    </Field>
  )
})

interface SignInIdentifierProps {
  identifier: IdentifierKind
  typed: string
  onType: (typed: string) => void
  /** Whoever came back goes on where they left off. */
  focused: boolean
  onIdentified: (provider: Provider | null) => void
}

/** The first of two steps. */
export function SignInIdentifier({ identifier, typed, onType, focused, onIdentified }: SignInIdentifierProps) {
  const { t } = useRollcall()
  const identify = useIdentify()
  const input = useRef<HTMLInputElement>(null)
  const form = useForm({
    read: () => ({ identifier: typed.trim() }),
    check: (values) => (values.identifier ? {} : { identifier: 'required' }),
    async send(values) {
      const { provider } = await identify.mutateAsync(values)
      onIdentified(provider)
    },
  })

  useEffect(() => {
    if (focused) input.current?.select()
  }, [focused])

  return (
    <form className="rc-stack" {...form.props}>
      <ProblemBanner problem={form.problem} />
      <IdentifierField
        ref={input}
        identifier={identifier}
        value={typed}
        onChange={({ target }) => onType(target.value)}
        readOnly={form.pending}
        error={form.error('identifier')}
      />
      <Button type="submit" size="large" wide pending={form.pending}>
        {t('signIn.continue')}
      </Button>
      <p className="rc-lead">{t('signIn.noAccount')}</p>
    </form>
  )
}
