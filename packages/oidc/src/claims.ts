import type { ProviderIdentity } from '@rollcall/core'

/** Which claim says what. */
export interface ClaimNames {
  readonly email: string
  readonly emailVerified: string
  readonly username: string
  readonly firstName: string
  readonly lastName: string
  readonly displayName: string
  readonly language: string
  readonly timeZone: string
  /** A text or a list of them. */
  readonly roles: string
}

/** The standard claims (OpenID Connect Core 1.0, section 5.1); `roles` is no standard and goes by many names. */
export const STANDARD_CLAIMS: ClaimNames = {
  email: 'email',
  emailVerified: 'email_verified',
  username: 'preferred_username',
  firstName: 'given_name',
  lastName: 'family_name',
  displayName: 'name',
  language: 'locale',
  timeZone: 'zoneinfo',
  roles: 'roles',
}

export type Claims = Readonly<Record<string, unknown>>

/** Roles read from one identity; whoever sends more has something else in mind. */
const MOST_ROLES = 1_000

/** The identity behind a set of claims, each of the type it must have, or left out. */
export function identityOf(
  subject: string,
  claims: Claims,
  names: ClaimNames,
): Omit<ProviderIdentity, 'authenticatedAt'> {
  const said = (name: keyof ClaimNames) => (Object.hasOwn(claims, names[name]) ? claims[names[name]] : undefined)
  const text = (name: keyof ClaimNames) => textOf(said(name))
  // Some providers write their truths as text.
  const emailVerified = [true, 'true'].includes(said('emailVerified') as boolean | string)
  return {
    subject,
    email: text('email'),
    emailVerified,
    username: text('username'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    displayName: text('displayName'),
    // BCP 47, but for an underscore that some write.
    language: text('language')?.replaceAll('_', '-') ?? null,
    timeZone: text('timeZone'),
    roles: rolesOf(said('roles')),
  }
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim() : null
}

function rolesOf(claim: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(claim) ? claim.slice(0, MOST_ROLES) : [claim]
  return list.flatMap((one) => textOf(one) ?? [])
}
