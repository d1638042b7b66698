import '../messages/en-GB/passwords.ts'
import '../messages/en-GB/refusals.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { Strength } from './password-strength.ts'

const SCORES = [
  'passwords.strengthVeryWeak',
  'passwords.strengthWeak',
  'passwords.strengthFair',
  'passwords.strengthStrong',
  'passwords.strengthVeryStrong',
] as const

interface PasswordMeterProps {
  /** Null: not known, or not yet. */
  strength: Strength | null
  /** The score the policy asks for. */
  minimum: number
  /** How many characters were typed. */
  length: number
}

/** How hard the password is to guess, in bars and words; a change of the words is read out once the reader falls silent. */
export function PasswordMeter({ strength, minimum, length }: PasswordMeterProps) {
  const { t } = useRollcall()
  const word = (score: number) => t(SCORES[score] ?? SCORES[0])
  // Whatever its length, what is refused is never said to be strong enough.
  const score = strength && (strength.objection ? Math.min(strength.score, minimum - 1) : strength.score)
  const tone = score === null ? undefined : score < 2 ? 'danger' : score < minimum ? 'wait' : 'ok'
  return (
    <div className="rc-strength" data-tone={tone}>
      <div className="rc-strength-bars" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className="rc-strength-bar"
            data-on={score !== null && Math.max(1, score) >= bar ? '' : undefined}
          />
        ))}
      </div>
      <div className="rc-strength-words">
        <span className="rc-strength-word" role="status">
          {length === 0 && t('passwords.strengthNeeded', { needed: word(minimum) })}
          {score !== null &&
            (score < minimum
              ? t('passwords.strengthLow', { strength: word(score), needed: word(minimum) })
              : word(score))}
          {strength?.objection && strength.objection !== 'too-weak' && (
            <span className="rc-hidden">. {t(`fields.${strength.objection}`)}</span>
          )}
        </span>
        {length > 0 && <span className="rc-strength-count">{t('passwords.typed', { count: length })}</span>}
      </div>
    </div>
  )
}
