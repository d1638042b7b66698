import { webCryptography } from '@rollcall/core'
import { compileAccess, type Grant, powerOf, type User, userKeys } from '@rollcall/core/rules'
import { CLIENT, cheapHasher, type World } from '@rollcall/testing'

/** Somebody put into the storage as they are, past invitation and registration. */
export interface Stored {
  /** The part of the address before the @; unique in its world. */
  readonly id: string
  readonly grants?: readonly Pick<Grant, 'role' | 'scope'>[]
  readonly registered?: boolean
  readonly enabled?: boolean
  /** None, unless given: nobody can sign in then. */
  readonly password?: string
}

/** Inserts them; registered and enabled unless said otherwise. */
export async function insertUser(world: World, given: Stored): Promise<User> {
  const { storage, policy } = world
  const { id, grants = [], registered = true, enabled = true, password } = given
  const user: User = {
    id,
    externalId: null,
    email: `${id}@northwind.example`,
    username: null,
    firstName: 'Lena',
    lastName: 'Vogt',
    displayName: null,
    jobTitle: null,
    phone: null,
    language: policy.languages[0],
    timeZone: policy.timeZone,
    organization: null,
    authentication: { kind: 'internal', provider: null, subject: null },
    enabled,
    protected: false,
    muteNotifications: false,
    attributes: {},
    createdAt: 0,
    invitedAt: 0,
    registeredAt: registered ? 0 : null,
    version: 1,
    grants: grants.map(({ role, scope }) => ({ role, scope, source: 'direct' })),
  }
  const { rank } = powerOf(compileAccess(policy.access), user.grants)
  const saved = await storage.users.insert({ ...user, keys: userKeys(user), rank })
  if (saved !== 'inserted') throw new Error(`Inserting ${user.email}: ${saved}.`)
  if (password !== undefined) {
    const hash = await cheapHasher().hash(password)
    await storage.credentials.save({ userId: id, hash, scheme: 1, changedAt: 0 })
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

/** A session of somebody, as the sign-in would open it; answers its token. */
export async function openSession({ storage, clock }: World, userId: string): Promise<string> {
  const now = clock.now()
  const token = `session-of-${userId}-0123456789abcdef`
  await storage.sessions.add({
    id: `session-${userId}`,
    userId,
    digest: await webCryptography.digest(token),
    createdAt: now,
    lastUsedAt: now,
    expiresAt: now + 24 * 3_600_000,
    restricted: false,
    confirmedAt: now,
    ...CLIENT,
  })
  return token
}
