import type { FieldCode } from '../kernel/refusals.ts'
import { emailProblem, hasUnseenCharacters, usernameKey } from './identifier.rules.ts'

/** What a user name may look like. It is given once and never changes. */
export interface UsernamePolicy {
  /** `email` where other products of the host take nothing else. */
  readonly format: 'text' | 'email'
}

const LONGEST = 128

/** Characters that are drawn as nothing, such as a space of no width: two names that look alike must be one. */
const NEVER_DRAWN = /\p{Default_Ignorable_Code_Point}/u

/** What is wrong with a user name; null when nothing is. One namespace with addresses, so `format: 'text'` takes those too. */
export function usernameProblem(typed: string, { format }: UsernamePolicy): FieldCode | null {
  if (format === 'email') return emailProblem(typed)
  if (typed === '') return 'required'
  if (hasUnseenCharacters(typed) || NEVER_DRAWN.test(typed)) return 'control-character'
  if (/\s/.test(typed)) return 'contains-space'
  if ([...typed].length > LONGEST) return 'too-long'
  return usernameKey(typed) === '' ? 'invalid' : null
}
