import type { User } from '../users/user.rules.ts'

/** What is wrong with a password beside its length, strongest objection first; null when nothing is. */
export type PasswordObjection = 'too-common' | 'contains-context' | 'too-weak'

/** How easy a password is to guess, as zxcvbn tells it: a score from 0 to 4, and what it was found to consist of. */
export interface Guess {
  readonly score: number
  readonly sequence: readonly { readonly pattern: string; readonly dictionaryName?: unknown }[]
}

/** Whose password it is, as far as that is known. */
export type PasswordOwner = Partial<Pick<User, 'email' | 'username' | 'firstName' | 'lastName' | 'displayName'>>

/** zxcvbn's work grows faster than the password; what comes after so many characters no longer decides. */
export const JUDGED_CHARACTERS = 64
/** Shorter words ("Ann", "the") turn up by chance in good passwords. */
const CONTEXT_WORD = 4

/** What an attacker would try first for this person. */
export function contextOf({ email = '', username, firstName, lastName, displayName }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@')
  return [local, domain, username, firstName, lastName, displayName].filter(
    (word): word is string => typeof word === 'string' && word !== '',
  )
}

/** The single words of a context, as passwords are searched for them. */
export function contextWords(context: readonly string[]): string[] {
  return context.flatMap((text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** What speaks against a normalised password, once it was guessed at with those words. */
export function objectionTo(
  password: string,
  words: readonly string[],
  { score, sequence }: Guess,
  minimum: number,
): PasswordObjection | null {
  if (sequence.length === 1 && sequence[0]?.dictionaryName === 'passwords-common') return 'too-common'
  const folded = plain(password)
  if (words.some((word) => [...word].length >= CONTEXT_WORD && folded.includes(word))) return 'contains-context'
  return score < minimum ? 'too-weak' : null
}

/** Case and diacritics do not make a name harder to guess. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
