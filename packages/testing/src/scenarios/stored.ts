import { compileAccess, organizationOf, powerOf, type User, userKeys } from '@rollcall/core/rules'
import type { World } from '../create-world.ts'

/** Puts somebody into the storage as they are, past invitation and registration; what is not given is empty. */
export async function insertUser(world: World, given: Partial<User> & Pick<User, 'email'>): Promise<User> {
  const { storage, clock, policy } = world
  const now = clock.now()
  const user = storedUser(world, { id: given.email.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 64), ...given }, now)
  const { rank } = powerOf(compileAccess(policy.access), user.grants)
  const saved = await storage.users.insert({ ...user, keys: userKeys(user), rank })
  if (saved !== 'inserted') throw new Error(`Inserting ${user.email}: ${saved}.`)
  return user
}

/** Switches somebody off. */
export async function deactivate({ storage, idOf }: World, email: string): Promise<void> {
  const user = await storage.users.find(await idOf(email))
  if (!user) throw new Error(`${email} has gone.`)
  await storage.users.update(user.id, user.version, { fields: { enabled: false }, keys: userKeys(user) })
}

function storedUser({ policy }: World, given: Partial<User> & Pick<User, 'id' | 'email'>, now: number): User {
  return {
    externalId: null,
    username: null,
    firstName: null,
    lastName: null,
    displayName: null,
    jobTitle: null,
    phone: null,
    language: policy.languages[0],
    timeZone: policy.timeZone,
    organization: organizationOf(given.email, policy.organization),
    authentication: { kind: 'internal', provider: null, subject: null },
    enabled: true,
    protected: false,
    muteNotifications: false,
    attributes: {},
    createdAt: now,
    invitedAt: null,
    registeredAt: null,
    version: 1,
    grants: [],
    ...given,
  }
}
