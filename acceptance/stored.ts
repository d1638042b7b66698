import { webCryptography } from '@rollcall/core'
import { compileAccess, type Grant, powerOf, type User, userKeys } from '@rollcall/core/rules'
import { CLIENT, cheapHasher, type World } from '@rollcall/testing'

/** Somebody put into the storage as they are, past invitation and registration. */
export interface Stored {
  /** The part of the address before the @; unique in its world. */
  readonly id: string
  readonly grants?: readonly Pick<Grant, 'role' | 'scope'>[]
  readonly registered?: boolean
  /** When they were last heard of; now, unless given. */
  readonly activeAt?: number
  /** None, unless given; then the domain of their address as well. */
  readonly organization?: string | null
  /** They sign in through a provider. */
  readonly singleSignOn?: boolean
  readonly enabled?: boolean
  /** Guarded against deletion; not, unless given. */
  readonly protected?: boolean
  /** None, unless given: nobody can sign in then. */
  readonly password?: string
}

/** Inserts them; registered and enabled unless said otherwise. */
export async function insertUser(world: World, given: Stored): Promise<User> {
  const { storage, policy, clock } = world
  const { id, grants = [], registered = true, enabled = true, organization = null, password } = given
  const { activeAt = clock.now() } = given
  const user: User = {
    id,
    externalId: null,
    email: `${id}@${organization ?? 'northwind.example'}`,
    username: policy.username ? id : null,
    firstName: 'Lena',
    lastName: 'Vogt',
    displayName: null,
    jobTitle: null,
    phone: null,
    language: policy.languages[0],
    timeZone: policy.timeZone,
    organization,
    authentication: given.singleSignOn
      ? { kind: 'external', provider: 'northwind-sso', subject: id }
      : { kind: 'internal', provider: null, subject: null },
    enabled,
    protected: given.protected ?? false,
    muteNotifications: false,
    attributes: {},
    createdAt: activeAt,
    invitedAt: activeAt,
    registeredAt: registered ? activeAt : null,
    version: 1,
    grants: grants.map(({ role, scope }) => ({ role, scope, source: 'direct' })),
  }
  const { rank } = powerOf(compileAccess(policy.access), user.grants)
  const saved = await storage.users.insert({ ...user, keys: userKeys(user), rank })
  if (saved !== 'inserted') throw new Error(`Inserting ${user.email}: ${saved}.`)
  if (password !== undefined) {
    const hash = await cheapHasher().hash(password)
    await storage.credentials.save({ userId: id, hash, scheme: 1, changedAt: 0, setBy: null }, 0)
  }
  return user
}

/** Locks somebody as five wrong passwords do. */
export async function lock({ storage, clock, policy }: World, userId: string): Promise<void> {
  const { threshold } = policy.lockout
  const rules = { now: clock.now(), lease: 30_000, threshold, openedBefore: null }
  for (let n = 0; n < threshold; n += 1) {
    const reserved = await storage.lockout.reserve(userId, rules)
    if (reserved.kind === 'reserved') await storage.lockout.fail(reserved.reservation, rules)
  }
}

/** A status in which some operations make sense only. */
export type State = 'deactivated' | 'locked' | 'dormant' | 'invitation-expired' | 'not-confirmed'

const DAY = 24 * 3_600_000

/** Inserts somebody in that state; confirmed where none is given. */
export async function insertIn(world: World, given: Stored, state?: State): Promise<User> {
  const registered = state !== 'not-confirmed' && state !== 'invitation-expired'
  const activeAt = world.clock.now() - (state === 'dormant' ? 300 * DAY : 0)
  const user = await insertUser(world, { ...given, registered, activeAt, enabled: state !== 'deactivated' })
  if (state === 'locked') await lock(world, user.id)
  if (!registered) await issueInvitation(world, user.id, state === 'not-confirmed' ? DAY : -DAY)
  return user
}

/** A session of somebody, as the sign-in would open it; answers its token. */
export async function openSession({ storage, clock }: World, userId: string, name = 'session'): Promise<string> {
  const now = clock.now()
  const token = `${name}-of-${userId}-0123456789abcdef`
  await storage.sessions.add({
    id: `${name}-${userId}`,
    userId,
    digest: await webCryptography.digest(token),
    createdAt: now,
    lastUsedAt: now,
    expiresAt: now + 24 * 3_600_000,
    restricted: false,
    confirmedAt: now,
    impersonation: null,
    ...CLIENT,
  })
  return token
}

/** An API token of somebody, made by themselves; answers its id. */
export async function insertToken({ storage, clock }: World, userId: string): Promise<string> {
  const now = clock.now()
  const id = `token-${userId}`
  const times = { createdAt: now, expiresAt: now + 1, lastUsedAt: null }
  await storage.apiTokens.add({ id, userId, digest: id, prefix: 'rct_0000', ...times, createdBy: userId }, 1, now)
  return id
}

/** An invitation of somebody, sent so that it ends that long from now, or ended that long ago. */
async function issueInvitation({ storage, clock }: World, userId: string, lifetime: number): Promise<void> {
  const now = clock.now()
  const id = `invitation-${userId}`
  await storage.tokens.issue({
    id,
    kind: 'invitation',
    userId,
    digest: id,
    codeDigest: `${id}-code`,
    codeExpiresAt: now + lifetime,
    expiresAt: now + lifetime,
    createdAt: now - 7 * 24 * 3_600_000,
    senderId: null,
    sends: 1,
    mailId: `${id}-mail`,
    email: null,
  })
}
