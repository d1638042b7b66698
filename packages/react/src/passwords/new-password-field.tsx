import '../messages/en-GB/passwords.ts'
import '../messages/en-GB/refusals.ts'
import {
  missingClasses,
  normalisePassword,
  type PasswordClass,
  type PasswordOwner,
  type PasswordPolicy,
  passwordProblem,
} from '@rollcall/core/rules'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId, useState } from 'react'
import type { MessageKey } from '../messages/message.ts'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { PasswordInput } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { PasswordMeter } from './password-meter.tsx'
import { usePasswordStrength } from './password-strength.ts'

/** The part of the policy that forms know. With `minStrength` above 0 it also counts how easy a password is to guess. */
export type PasswordRules = Pick<PasswordPolicy, 'minLength' | 'maxLength' | 'requires' | 'edgeSpaces' | 'history'> & {
  readonly minStrength: number
}

export interface NewPasswordFieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type'> {
  label: ReactNode
  rules: PasswordRules
  error?: ReactNode
  /** Whose password it will be: names and address are the first thing anybody would try. */
  owner?: PasswordOwner
}

const NOBODY: PasswordOwner = {}

const CLASSES = {
  letter: 'passwords.ruleLetter',
  lowercase: 'passwords.ruleLowercase',
  uppercase: 'passwords.ruleUppercase',
  digit: 'passwords.ruleDigit',
  symbol: 'passwords.ruleSymbol',
} as const satisfies Record<PasswordClass, MessageKey>

/** What the rules of length and kinds say about a typed password, before the server judges it. */
export function lengthProblem(typed: string, rules: PasswordRules) {
  return passwordProblem(normalisePassword(typed), rules)
}

/** A new password, the policy's rules in words, and how hard it is to guess while it is typed. */
export const NewPasswordField = forwardRef<HTMLInputElement, NewPasswordFieldProps>(function NewPasswordField(
  { label, rules, error, owner = NOBODY, onChange, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const [typed, setTyped] = useState('')
  const id = useId()
  const strength = usePasswordStrength(typed, owner, rules.minStrength)
  const password = normalisePassword(typed)
  const length = [...password].length
  const lacks = missingClasses(password, rules)
  const told = strength?.objection === 'too-weak' ? null : (strength?.objection ?? null)
  return (
    <div className="rc-new-password">
      <Field label={label} error={error} required size="large">
        <PasswordInput
          ref={ref}
          name="password"
          autoComplete="new-password"
          aria-describedby={id}
          {...rest}
          onChange={(event) => {
            setTyped(event.target.value)
            onChange?.(event)
          }}
        />
      </Field>
      {rules.minStrength > 0 && <PasswordMeter strength={strength} minimum={rules.minStrength} length={length} />}
      <ul className="rc-rules" id={id}>
        <Rule met={length >= rules.minLength}>{t('passwords.ruleLength', { count: rules.minLength })}</Rule>
        {rules.requires.map((one) => (
          <Rule key={one} short met={!lacks.includes(one)}>
            {t(CLASSES[one])}
          </Rule>
        ))}
        {rules.minStrength > 0 && (
          <Rule met={strength !== null && strength.objection === null} broken={told !== null}>
            {told ? t(`fields.${told}`) : t('passwords.ruleGuess')}
          </Rule>
        )}
        {rules.history > 0 && <Rule>{t('passwords.ruleHistory', { count: rules.history })}</Rule>}
      </ul>
    </div>
  )
})

interface RuleProps {
  /** Left out where only the server knows. */
  met?: boolean
  broken?: boolean
  /** Shares its line with others. */
  short?: boolean
  children: ReactNode
}

function Rule({ met = false, broken = false, short = false, children }: RuleProps) {
  const { t } = useRollcall()
  const state = met ? 'met' : broken ? 'broken' : 'open'
  return (
    <li className="rc-rule" data-state={state} data-size={short ? 'small' : undefined}>
      <Icon name={({ met: 'check', broken: 'alert', open: 'dot' } as const)[state]} size="small" />
      <span className="rc-rule-text">
        {met && <span className="rc-hidden">{t('passwords.ruleMet')} </span>}
        {children}
      </span>
    </li>
  )
}
