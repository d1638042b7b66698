// A hundred thousand people as a directory has them: unequal organizations, every status, roles, resources and groups.
import { userKeys } from '@rollcall/core/rules'

export const DAY = 24 * 3_600_000
export const NOW = Date.UTC(2026, 10, 25)
export const TIME = {
  now: NOW,
  policy: { lockout: { threshold: 5, opensAfterMinutes: null }, dormantAfterDays: 243 },
}

export const FIRST =
  `Aaliyah Ahmed Aiko Alejandro Amélie Anders Anna Anton Ayşe Beatriz Björn Carmen Chloé Daniel Dmitri Elena Emeka
Fatima François Giulia Hannah Hiroshi Ingrid Ivan Jack Jana João Jonas Karim Katarzyna Lars Leila Lena Luca Mallory Marek
María Mei Mohamed Nadia Noah Olga Oliver Omar Paula Pavel Priya Rafael Renée Rosa Samuel Sofia Søren Tariq Thomas Uma
Valentina Wei Yara Zoë`.split(/\s+/)
export const LAST =
  `Abebe Almeida Andersson Baker Becker Bernard Bianchi Brandt Chen Costa Dubois Eriksen Fernández Fischer Ferrari
García Green Hansen Hernández Hoffmann Ibrahim Ivanov Jansen Johnson Kaya Keller Khan Kim Kowalski Kumar Larsen Lee
Lindqvist López Martin Meyer Moreau Müller Nakamura Nguyen Novák O’Brien Okafor Olsen Park Patel Petrov Quintero Ricci
Rossi Sato Schmidt Silva Singh Smith Suzuki Tanaka Taylor Thompson Vasquez Wagner Walker Weber Wilson Wright Yamamoto
Yılmaz Zhang Zimmermann`.split(/\s+/)

const ROLES = [
  { id: 'member', rank: 10, upTo: 0.8 },
  { id: 'editor', rank: 20, upTo: 0.95 },
  { id: 'manager', rank: 30, upTo: 0.995 },
  { id: 'administrator', rank: 40, upTo: 1 },
]

/** A reproducible stream of numbers from 0 to 1 (mulberry32). */
function stream(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Small numbers often, great ones seldom: number 0 gets about a third of 400, number 399 a handful of 100,000. */
const unequal = (random, count) => Math.floor(count ** (random() ** 2)) - 1

export const organization = (number) => `organization-${number}.example`
export const resource = (number) => `resource-${number}`
export const group = (number) => `group-${number}`

function member(random, index) {
  const any = (from) => from[Math.floor(random() * from.length)]
  const [firstName, lastName] = [any(FIRST), any(LAST)]
  const number = unequal(random, 400)
  const without = random() < 0.05
  const key = `${firstName}.${lastName}`
    .normalize('NFKD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase()
  const createdAt = NOW - Math.floor(random() * 1_500 * DAY)
  const registeredAt = random() < 0.12 ? null : createdAt + Math.floor(random() * (NOW - createdAt))
  const age = registeredAt === null ? 0 : NOW - registeredAt
  const place = random()
  const role = ROLES.find(({ upTo }) => place < upTo) ?? ROLES[0]
  const scoped = Array.from({ length: Math.floor(random() * 3) }, () => ({
    role: random() < 0.2 ? 'keeper' : 'guest',
    scope: resource(unequal(random, 500)),
    source: 'direct',
  }))
  const user = {
    // Ids do not follow any sort, as random ones do not.
    id: `${Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')}-${String(index).padStart(8, '0')}`,
    externalId: null,
    email: `${key}.${index}@${organization(number)}`,
    username: random() < 0.4 ? null : `${key}${index}`,
    firstName,
    lastName,
    displayName: random() < 0.1 ? `${lastName} ${firstName}` : null,
    jobTitle: 'Keeper of figures',
    phone: null,
    language: 'en-GB',
    timeZone: 'Europe/London',
    organization: without ? null : organization(number),
    authentication: { kind: random() < 0.15 ? 'external' : 'internal', provider: null, subject: null },
    enabled: random() > 0.02,
    protected: false,
    muteNotifications: false,
    attributes: {},
    createdAt,
    invitedAt: createdAt,
    registeredAt,
    grants: [{ role: role.id, scope: null, source: 'direct' }, ...scoped],
  }
  return {
    user: { ...user, keys: userKeys(user), rank: role.rank },
    signedInAt: registeredAt === null || random() < 0.05 ? null : NOW - Math.floor(age * random() ** 4),
    locked: registeredAt !== null && random() < 0.003,
    invitationEndsAt:
      registeredAt === null ? NOW + (random() < 0.4 ? 1 : -1) * (1 + Math.floor(random() * 7 * DAY)) : null,
  }
}

/** Puts that many people into a storage, with 500 resources and 40 groups, the first two by the domain of their address. */
export async function gather(storage, count) {
  const random = stream(7)
  const rules = { now: NOW, lease: 1_000, threshold: 1, openedBefore: null }
  const ids = []
  for (let from = 0; from < count; from += 2_000) {
    await storage.transaction(async (tx) => {
      for (let index = from; index < Math.min(from + 2_000, count); index += 1) {
        const { user, signedInAt, locked, invitationEndsAt } = member(random, index)
        const { id } = user
        if ((await tx.users.insert(user)) !== 'inserted') throw new Error(`${user.email} is there already`)
        ids.push(id)
        if (signedInAt !== null) await tx.users.noteSignIn(id, signedInAt)
        if (locked) {
          const { reservation } = await tx.lockout.reserve(id, rules)
          await tx.lockout.fail(reservation, rules)
        }
        if (invitationEndsAt !== null) await tx.tokens.issue(invitation(id, invitationEndsAt))
      }
    })
  }
  await storage.transaction(async (tx) => {
    for (let number = 0; number < 500; number += 1) {
      await tx.resources.put({ id: resource(number), type: 'site', name: `Resource ${number}` })
    }
    for (let number = 0; number < 40; number += 1) {
      await tx.groups.insert({
        id: group(number),
        name: `Group ${number}`,
        description: '',
        domains: number < 2 ? [organization(number * 7 + 1)] : [],
        grants: [{ role: 'guest', scope: resource(number * 5) }],
        createdAt: NOW,
        version: 1,
      })
      const add = ids.filter(() => random() < 0.002 / (number + 1))
      await tx.groups.changeMembers(group(number), 1, { add, remove: [] })
    }
  })
  return ids
}

function invitation(userId, expiresAt) {
  const digests = { digest: `link ${userId}`, codeDigest: `code ${userId}` }
  const times = { createdAt: NOW - DAY, codeExpiresAt: expiresAt, expiresAt }
  return {
    id: userId,
    kind: 'invitation',
    userId,
    ...digests,
    ...times,
    senderId: null,
    sends: 1,
    mailId: userId,
    email: null,
  }
}
