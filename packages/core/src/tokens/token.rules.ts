/** What a single-use token is for. */
export type TokenKind = 'invitation' | 'reset'

/** 256 bits, as NIST SP 800-63B asks of secrets that are looked up rather than guessed against one account. */
export const TOKEN_BYTES = 32

/** 60 bits in twelve characters of Crockford's base 32: typed by hand, short-lived, rate limited. */
export const CODE_LENGTH = 12

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

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
