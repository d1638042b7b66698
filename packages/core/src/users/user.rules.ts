import type { Grant } from '../access/access-policy.rules.ts'
import { isLocked, type LockoutPolicy } from '../lockout/lockout.rules.ts'

/** How somebody proves who they are. `internal` is a password kept here, `external` a provider. */
export interface Authentication {
  readonly kind: 'internal' | 'external'
  readonly provider: string | null
  readonly subject: string | null
}

/** The one record of a person, from invitation to deletion. Instants are epoch milliseconds. */
export interface User {
  readonly id: string
  readonly externalId: string | null
  /** As typed; compared by its key. */
  readonly email: string
  readonly username: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly displayName: string | null
  readonly jobTitle: string | null
  readonly phone: string | null
  /** BCP 47. */
  readonly language: string
  /** IANA. */
  readonly timeZone: string
  readonly organization: string | null
  readonly authentication: Authentication
  readonly enabled: boolean
  readonly protected: boolean
  readonly muteNotifications: boolean
  readonly attributes: Readonly<Record<string, unknown>>
  readonly createdAt: number
  readonly invitedAt: number | null
  /** When the first credential came into being; null before. */
  readonly registeredAt: number | null
  /** Moves with fields, grants and `enabled`, not with sign-ins. */
  readonly version: number
  readonly grants: readonly Grant[]
}

/** The facts about a person that change without an edit. */
export interface UserState {
  readonly lastSignInAt: number | null
  /** At most one hour old. */
  readonly lastSeenAt: number | null
  /** Where the dormancy clock started last: registration, sign-in, reactivation. */
  readonly activeAt: number | null
  readonly lockedAt: number | null
  /** When the live invitation dies; null without one. */
  readonly invitationExpiresAt: number | null
}

export interface UserRecord extends User {
  readonly state: UserState
}

/** In order of precedence: the first that applies is the status. */
export const STATUSES = [
  'deactivated',
  'locked',
  'dormant',
  'invitation-expired',
  'not-confirmed',
  'confirmed',
] as const
export type Status = (typeof STATUSES)[number]

/** What the status depends on beside the person. */
export interface StatusPolicy {
  readonly lockout: LockoutPolicy
  /** Days unused after which somebody counts as dormant; null: never. */
  readonly dormantAfterDays: number | null
}

const DAY = 24 * 3_600_000

/** Epoch milliseconds before which an `activeAt` means dormant; null when nobody ever becomes dormant. */
export function dormantBefore(policy: StatusPolicy, now: number): number | null {
  return policy.dormantAfterDays === null ? null : now - policy.dormantAfterDays * DAY
}

/** The one status people see, derived from the facts at `now`. Storage filters and sorts by the same meaning. */
export function statusOf(
  user: Pick<UserRecord, 'enabled' | 'registeredAt' | 'authentication' | 'state'>,
  policy: StatusPolicy,
  now: number,
): Status {
  const { lockedAt, activeAt, invitationExpiresAt } = user.state
  if (!user.enabled) return 'deactivated'
  if (isLocked(lockedAt, policy.lockout, now)) return 'locked'
  if (user.registeredAt !== null) {
    const before = dormantBefore(policy, now)
    const internal = user.authentication.kind === 'internal'
    return internal && before !== null && activeAt !== null && activeAt <= before ? 'dormant' : 'confirmed'
  }
  return invitationExpiresAt !== null && invitationExpiresAt <= now ? 'invitation-expired' : 'not-confirmed'
}

/** What a person is called on screen and in mails. */
export function nameOf(user: Pick<User, 'displayName' | 'firstName' | 'lastName' | 'username' | 'email'>): string {
  const full = [user.firstName, user.lastName].filter((part) => part !== null && part !== '').join(' ')
  return user.displayName || full || user.username || user.email
}

/** Who may change a field of a profile. */
export type FieldEditor = 'owner' | 'administrator' | 'both' | 'nobody'

/** Fields a person's profile may show for editing. */
export const PROFILE_FIELDS = [
  'firstName',
  'lastName',
  'displayName',
  'jobTitle',
  'phone',
  'language',
  'timeZone',
  'muteNotifications',
] as const
export type ProfileField = (typeof PROFILE_FIELDS)[number]

export interface FieldRule {
  readonly editableBy: FieldEditor
  /** Asked of the invitee. */
  readonly requiredAtRegistration: boolean
  /** Asked of whoever creates the person. */
  readonly requiredAtCreation: boolean
}
