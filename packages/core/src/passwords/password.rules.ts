import type { FieldCode } from '../kernel/refusals.ts'

/** What a password must satisfy. Lengths count Unicode code points after NFKC. */
export interface PasswordPolicy {
  /** NIST SP 800-63B asks for at least 8 where a password is one of several factors or is rate limited. */
  readonly minLength: number
  readonly maxLength: number
  /** Score from 0 to 4, as zxcvbn counts, that the strength port must find. */
  readonly minStrength: 0 | 1 | 2 | 3 | 4
  /** Kinds of characters it must hold. NIST SP 800-63B advises against; some products ask for them all the same. */
  readonly requires: readonly PasswordClass[]
  /** Whether it may begin or end with a space. */
  readonly edgeSpaces: boolean
  /** So many earlier passwords are refused beside the present one; 0: none is remembered. */
  readonly history: number
  /** Days after which the next sign-in asks for a new one; null: never. */
  readonly maxAgeDays: number | null
  /** Administrators may choose somebody's password; it must be changed at the next sign-in. */
  readonly setByAdministrators: boolean
}

export const PASSWORD_CLASSES = ['letter', 'lowercase', 'uppercase', 'digit', 'symbol'] as const
export type PasswordClass = (typeof PASSWORD_CLASSES)[number]

const MEMBERS: Readonly<Record<PasswordClass, RegExp>> = {
  letter: /\p{L}/u,
  lowercase: /\p{Ll}/u,
  uppercase: /\p{Lu}/u,
  digit: /\p{Nd}/u,
  symbol: /[^\p{L}\p{Nd}]/u,
}

const DAY = 24 * 3_600_000

/** Whether a password changed last at `changedAt` is too old to be kept. */
export function isPasswordExpired(changedAt: number, policy: Pick<PasswordPolicy, 'maxAgeDays'>, now: number): boolean {
  return policy.maxAgeDays !== null && now >= changedAt + policy.maxAgeDays * DAY
}

/** The kinds of characters a normalised password lacks. */
export function missingClasses(password: string, policy: Pick<PasswordPolicy, 'requires'>): PasswordClass[] {
  return policy.requires.filter((one) => !MEMBERS[one].test(password))
}

/** How passwords are prepared before hashing: not at all, where another product made the hash, or by `normalisePassword`. */
export const SCHEMES = { asTyped: 0, normalised: 1 } as const

/** A typed password as it is compared with a hash of that scheme. */
export function preparedPassword(typed: string, scheme: number): string {
  return scheme === SCHEMES.asTyped ? typed : normalisePassword(typed)
}

/** The form in which passwords are measured, judged and hashed: NFKC, nothing else altered. */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC')
}

/** What the rules of length and kinds say about a normalised password; null when they are content. */
export function passwordProblem(
  password: string,
  policy: Pick<PasswordPolicy, 'minLength' | 'maxLength' | 'requires' | 'edgeSpaces'>,
): FieldCode | null {
  if (password === '') return 'required'
  // Code units bound code points from above, so a megabyte is refused without being walked.
  if (password.length > policy.maxLength * 2) return 'too-long'
  const length = [...password].length
  if (length < policy.minLength) return 'too-short'
  if (length > policy.maxLength) return 'too-long'
  if (!policy.edgeSpaces && /^\s|\s$/.test(password)) return 'edge-space'
  const [missing] = missingClasses(password, policy)
  return missing ? `needs-${missing}` : null
}
