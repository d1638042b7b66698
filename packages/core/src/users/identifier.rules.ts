import type { FieldCode } from '../kernel/refusals.ts'
import { nameOf, type User } from './user.rules.ts'

/** RFC 5321: 64 octets before the @, 254 in all. */
const LOCAL_PART = 64
const ADDRESS = 254

/** Characters that no name, address or identifier may hold: controls, line breaks, direction overrides, lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u

/** Whether the text holds characters that are not seen but change what is read. */
export function hasUnseenCharacters(text: string): boolean {
  return UNSEEN.test(text)
}

/**
 * What is wrong with an email address; null when nothing is. Accepts addresses in any script (RFC 6531), refuses what
 * mail servers would not take: no local part, no domain with a dot, spaces, quoted local parts, dots at the wrong place.
 */
export function emailProblem(typed: string): FieldCode | null {
  const text = typed.trim()
  if (text === '') return 'required'
  if (hasUnseenCharacters(text)) return 'control-character'
  if (new TextEncoder().encode(text).length > ADDRESS) return 'too-long'
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  if (at < 1 || !/^[^\s@"(),:;<>[\\\]]+$/u.test(local) || /^\.|\.\.|\.$/.test(local)) return 'invalid'
  if (new TextEncoder().encode(local).length > LOCAL_PART) return 'too-long'
  return domainKey(text.slice(at + 1)) === null ? 'invalid' : null
}

/** The key an address is compared by: NFKC, case-folded, its domain as IDNA. Null when it is no address. */
export function emailKey(typed: string): string | null {
  if (emailProblem(typed) !== null) return null
  const text = typed.trim()
  const at = text.lastIndexOf('@')
  return `${fold(text.slice(0, at))}@${domainKey(text.slice(at + 1))}`
}

/** The key a user name is compared by: NFKC and case-folded. Shares one namespace with addresses. */
export function usernameKey(typed: string): string {
  return fold(typed).trim()
}

/** The key of whatever was typed into the sign-in form. */
export function identifierKey(typed: string): string {
  return emailKey(typed) ?? usernameKey(typed.slice(0, ADDRESS))
}

/** Whether that key is one the person signs in with, under the policy's kind of identifier. */
export function isIdentifierOf(
  user: Pick<User, 'email' | 'username'>,
  key: string,
  identifier: 'email' | 'username' | 'either',
): boolean {
  if (identifier !== 'username' && emailKey(user.email) === key) return true
  return identifier !== 'email' && user.username !== null && usernameKey(user.username) === key
}

/** The confirmed domain of an address, as IDNA; null when it is no address. */
export function domainOf(email: string): string | null {
  const key = emailKey(email)
  return key === null ? null : key.slice(key.lastIndexOf('@') + 1)
}

/** The key names are searched and sorted by: NFKD, marks stripped, lower case, NFC. Compared bytewise as UTF-8. */
export function searchKey(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC')
}

/** Characters by which names are sorted: as many as the indexes of every database take. */
const SORTED = 255

/** The key lists of names go by: the beginning of `searchKey`. */
export function nameKey(text: string): string {
  const key = searchKey(text)
  return key.length <= SORTED ? key : [...key].slice(0, SORTED).join('')
}

/** What a person is compared, sorted and searched by. */
export interface UserKeys {
  /** Unique over emails and user names together. */
  readonly email: string
  readonly username: string | null
  /** Of the email, as IDNA; people are members of groups by it once they registered. */
  readonly domain: string
  /** Of the shown name; sorts. */
  readonly name: string
  /** Shown name, user name and email, one a line; search looks inside. */
  readonly search: string
}

/** The keys of a person. The email must be one: throws otherwise. */
export function userKeys(user: Pick<User, 'displayName' | 'firstName' | 'lastName' | 'username' | 'email'>): UserKeys {
  const email = emailKey(user.email)
  if (email === null) throw new TypeError('Rollcall: a user needs an email address; check it with emailProblem first')
  const name = nameOf(user)
  return {
    email,
    username: user.username === null ? null : usernameKey(user.username),
    domain: email.slice(email.lastIndexOf('@') + 1),
    name: nameKey(name),
    search: [searchKey(name), searchKey(user.username ?? ''), searchKey(user.email)].join('\n'),
  }
}

/** Tags of BCP 47 that `Intl` understands. */
export function isLanguage(tag: string): boolean {
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** Zones that `Intl` can format in; offsets such as `+02:00` are no zones. */
export function isTimeZone(zone: string): boolean {
  try {
    return /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}

function fold(text: string): string {
  // Up and down again makes ß and ss, ς and σ, and ligatures meet, as full case folding does; ẞ has to come down first.
  return text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC')
}

/** Domains met lately, so that a file of people who share a few is not held up by each. */
const hosts = new Map<string, string | null>()
const HOSTS = 1_000

function domainKey(typed: string): string | null {
  const known = hosts.get(typed)
  if (known !== undefined) return known
  const host = hostOf(typed)
  if (hosts.size >= HOSTS) hosts.clear()
  hosts.set(typed, host)
  return host
}

function hostOf(typed: string): string | null {
  const domain = typed.normalize('NFKC').toLowerCase()
  if (!/^[\p{L}\p{M}\p{N}.-]+\.[\p{L}\p{M}\p{N}-]+$/u.test(domain)) return null
  try {
    const host = new URL(`http://${domain}`).hostname
    // A host of digits only is an IPv4 address in disguise.
    return host.length > 253 || /^[\d.]+$/.test(host) || !host.split('.').every(isLabel) ? null : host
  } catch {
    return null
  }
}

function isLabel(label: string): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)
}
