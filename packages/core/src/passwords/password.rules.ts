import type { FieldCode } from '../kernel/refusals.ts'

/** What a password must satisfy. Lengths count Unicode code points after NFKC. */
export interface PasswordPolicy {
  /** NIST SP 800-63B asks for at least 8 where a password is one of several factors or is rate limited. */
  readonly minLength: number
  readonly maxLength: number
  /** Score from 0 to 4, as zxcvbn counts, that the strength port must find. */
  readonly minStrength: 0 | 1 | 2 | 3 | 4
}

/** The form in which passwords are measured, judged and hashed: NFKC, nothing else altered. */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC')
}

/** What the length rules say about a normalised password; null when they are content. */
export function passwordProblem(password: string, policy: PasswordPolicy): FieldCode | null {
  if (password === '') return 'required'
  // Code units bound code points from above, so a megabyte is refused without being walked.
  if (password.length > policy.maxLength * 2) return 'too-long'
  const length = [...password].length
  if (length < policy.minLength) return 'too-short'
  return length > policy.maxLength ? 'too-long' : null
}
