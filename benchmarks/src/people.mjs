// The people all rows share: each has one of the ranked roles and three grants on resources.
import { createHash } from 'node:crypto'
import { userKeys } from '@rollcall/core/rules'
import { RANKS, SCOPES } from './policy.mjs'

export const PASSWORD = 'tall ships sail on Tuesdays'
const DAY = 24 * 3_600_000

export function person(number, now = Date.now()) {
  const on = (offset, role) => ({ role, scope: SCOPES[(number + offset) % SCOPES.length], source: 'direct' })
  const user = {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    externalId: null,
    email: `person.${number}@people.example`,
    username: `person${number}`,
    firstName: 'Person',
    lastName: `Number ${number}`,
    displayName: null,
    jobTitle: 'Keeper of figures',
    phone: '+44 20 7946 0000',
    language: 'en-GB',
    timeZone: 'Europe/London',
    organization: `Organization ${number % 9}`,
    authentication: { kind: 'internal', provider: null, subject: null },
    enabled: true,
    protected: false,
    muteNotifications: false,
    attributes: { shelf: number % 4 },
    createdAt: now - 30 * DAY,
    invitedAt: now - 30 * DAY,
    registeredAt: now - 29 * DAY,
    grants: [
      { role: `role-${number % RANKS}`, scope: null, source: 'direct' },
      on(0, 'keeper'),
      on(2, 'member'),
      on(3, 'guest'),
    ],
  }
  return { ...user, keys: userKeys(user), rank: number % RANKS }
}

/**
 * Puts people into a storage, each with a password of that hash and a session; from number `invitedFrom` on they have
 * not registered yet. With a `role`, all have that one instead of their own.
 * @param {import('@rollcall/core').Storage} storage
 * @param {{ count: number, hash: string, invitedFrom?: number, role?: string | null, now?: number }} wanted
 * @returns {Promise<string[]>} the sessions' tokens, in the order of the people
 */
export async function settle(storage, { count, hash, invitedFrom = count, role = null, now = Date.now() }) {
  const tokens = Array.from({ length: count }, (_, number) => digest(`token ${number}`))
  await storage.transaction(async (tx) => {
    for (const [number, token] of tokens.entries()) {
      const user = person(number, now)
      if (number >= invitedFrom) user.registeredAt = null
      if (role !== null) user.grants = [{ role, scope: null, source: 'direct' }]
      if ((await tx.users.insert(user)) !== 'inserted') throw new Error(`${user.email} is there already`)
      await tx.credentials.save({ userId: user.id, hash, scheme: 1, changedAt: now, setBy: null }, 0)
      await tx.sessions.add({
        id: user.id,
        userId: user.id,
        digest: digest(token),
        createdAt: now,
        lastUsedAt: now,
        expiresAt: now + DAY,
        restricted: false,
        confirmedAt: now,
        address: null,
        agent: null,
        impersonation: null,
      })
    }
  })
  return tokens
}

function digest(text) {
  return createHash('sha256').update(text).digest('base64url')
}
