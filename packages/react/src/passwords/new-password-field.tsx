import '../messages/en-GB/passwords.ts'
import { normalisePassword, type PasswordPolicy, passwordProblem } from '@rollcall/core/rules'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId, useState } from 'react'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { PasswordInput } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'

/** The part of the policy that forms know. `minStrength` above 0 means that the server also judges how easy it is to guess. */
export type PasswordRules = Pick<PasswordPolicy, 'minLength' | 'maxLength' | 'requires'> & {
  readonly minStrength: number
}

export interface NewPasswordFieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type'> {
  label: ReactNode
  rules: PasswordRules
  error?: ReactNode
}

/** What the length rules say about a typed password, before the server judges it. */
export function lengthProblem(typed: string, rules: PasswordRules) {
  return passwordProblem(normalisePassword(typed), rules)
}

/** A new password and the policy's rules in words. How easy it is to guess only the server says. */
export const NewPasswordField = forwardRef<HTMLInputElement, NewPasswordFieldProps>(
  ({ label, rules, error, onChange, ...rest }, ref) => {
    const { t } = useRollcall()
    const [typed, setTyped] = useState('')
    const id = useId()
    const longEnough = lengthProblem(typed, rules) === null
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
        <ul className="rc-rules" id={id}>
          <li className="rc-rule" data-state={longEnough ? 'met' : 'open'}>
            <Icon name={longEnough ? 'check' : 'dot'} size="small" />
            <span className="rc-rule-text">
              {longEnough && <span className="rc-hidden">{t('passwords.ruleMet')} </span>}
              {t('passwords.ruleLength', { count: rules.minLength })}
            </span>
          </li>
          {rules.minStrength > 0 && (
            <li className="rc-rule" data-state="open">
              <Icon name="dot" size="small" />
              <span className="rc-rule-text">{t('passwords.ruleGuess')}</span>
            </li>
          )}
        </ul>
      </div>
    )
  },
)
NewPasswordField.displayName = 'NewPasswordField'
