/** What a single-use token is for. */
export type TokenKind = 'invitation' | 'reset' | 'temporary-password' | 'email-change'

/** What lets somebody in, or moves the account elsewhere, once its mail is read; void as soon as the password is anew. */
export const PENDING: readonly TokenKind[] = ['reset', 'temporary-password', 'email-change']

/** 256 bits, as NIST SP 800-63B asks of secrets that are looked up rather than guessed against one account. */
export const TOKEN_BYTES = 32

/** 60 bits in twelve characters of Crockford's base 32: typed by hand, short-lived, rate limited. */
export const CODE_LENGTH = 12

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 130 bits: enough to be looked up like a token rather than hashed slowly (NIST SP 800-63B asks for 112). */
export const TEMPORARY_PASSWORD_LENGTH = 26

const TEMPORARY_PASSWORD = /^[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){3}-[0-9A-HJKMNP-TV-Z]{6}$/

/** A temporary password from random bytes (at least `TEMPORARY_PASSWORD_LENGTH`), in groups that can be read aloud. */
export function temporaryPasswordOf(bytes: Uint8Array): string {
  const characters = Array.from(bytes.subarray(0, TEMPORARY_PASSWORD_LENGTH), (byte) => ALPHABET[byte & 31]).join('')
  return characters.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/, '$1-$2-$3-$4-$5')
}

/** Whether what was typed has the form of a temporary password; only then is it looked for among them. */
export function looksTemporary(typed: string): boolean {
  return TEMPORARY_PASSWORD.test(typed)
}

/** A typed code from random bytes (at least `CODE_LENGTH`), in groups of four. */
export function codeOf(bytes: Uint8Array): string {
  const characters = Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET[byte & 31])
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** The secret inside what somebody pasted or typed: codes lose their separators and look-alikes, tokens stay as they are. */
export function secretOf(typed: string): string {
  const bare = typed.trim().replace(/[\s-]/g, '').toUpperCase()
  if (bare.length !== CODE_LENGTH) return typed.trim()
  return bare.replace(/O/g, '0').replace(/[IL]/g, '1')
}
