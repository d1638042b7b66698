import type {
  ApiTokenRecord,
  AttemptRules,
  AuditFilter,
  AuditRecord,
  GroupRecord,
  LockoutStore,
  NewUser,
  OutboxRecord,
  PageRequest,
  Reservation,
  ResourceRecord,
  SealRecord,
  SessionRecord,
  StatusTime,
  Stores,
  TokenRecord,
  UserFilter,
} from '@rollcall/core'
import { type Grant, userKeys } from '@rollcall/core/rules'
import { expect } from 'vitest'

/** The instant most cases happen at. */
export const NOW = Date.UTC(2026, 2, 29, 0, 30)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const TIME: StatusTime = {
  now: NOW,
  policy: { lockout: { threshold: 5, opensAfterMinutes: 15 }, dormantAfterDays: 90 },
}

/** An app that contains nothing and is nobody's default. */
export const app = (id: string, name = `App ${id}`): ResourceRecord => {
  return { id, type: 'app', name, parent: null, isDefault: false, nextSteps: null }
}

/** Somebody registered and enabled with nothing else to tell; keys follow from the fields. */
export function person(id: string, fields: Partial<NewUser> = {}): NewUser {
  const user = {
    externalId: null,
    email: `${id}@one.example`,
    username: null,
    firstName: null,
    lastName: null,
    displayName: null,
    jobTitle: null,
    phone: null,
    language: 'en',
    timeZone: 'Europe/Berlin',
    organization: null,
    authentication: { kind: 'internal', provider: null, subject: null },
    enabled: true,
    protected: false,
    muteNotifications: false,
    attributes: {},
    createdAt: NOW - 10 * DAY,
    invitedAt: null,
    registeredAt: NOW - 9 * DAY,
    grants: [],
    rank: -1,
    ...fields,
    id,
  } as const
  return { keys: userKeys(user), ...user }
}

/** Stores people that are in nobody's way. */
export async function add(stores: Stores, ...people: readonly NewUser[]): Promise<void> {
  for (const one of people) expect(await stores.users.insert(one)).toBe('inserted')
}

export function grant(role: string, scope: string | null = null): Grant {
  return { role, scope, source: 'direct' }
}

export const EVERYBODY: UserFilter = {
  sight: { kind: 'all' },
  search: null,
  status: [],
  role: [],
  organization: [],
  resource: [],
  group: [],
  authentication: null,
  enabled: null,
  lastSignInBefore: null,
}

export const FIRST_PAGE: PageRequest = { by: 'name', descending: false, limit: 1_000, from: null }

/** The ids that a filter lets through, sorted; the count must agree. */
export async function idsOf(stores: Stores, filter: Partial<UserFilter>, time = TIME): Promise<string[]> {
  const whole = { ...EVERYBODY, ...filter }
  const { items } = await stores.users.list(whole, FIRST_PAGE, time)
  expect(await stores.users.count(whole, 1_000, time)).toBe(items.length)
  return items.map(({ id }) => id).sort()
}

/** A reset token of that person; the digests are made of its id. */
export function token(id: string, userId: string, fields: Partial<TokenRecord> = {}): TokenRecord {
  return {
    id,
    kind: 'reset',
    userId,
    digest: `link-${id}`,
    codeDigest: `code-${id}`,
    codeExpiresAt: NOW + 15 * MINUTE,
    expiresAt: NOW + DAY,
    createdAt: NOW,
    senderId: null,
    sends: 1,
    mailId: `mail-${id}`,
    email: null,
    ...fields,
  }
}

export function session(id: string, userId: string, fields: Partial<SessionRecord> = {}): SessionRecord {
  return {
    id,
    userId,
    digest: `digest-${id}`,
    createdAt: NOW,
    lastUsedAt: NOW,
    expiresAt: NOW + 12 * HOUR,
    restricted: false,
    confirmedAt: NOW,
    address: '192.0.2.7',
    agent: 'Agent/1.0',
    impersonation: null,
    ...fields,
  }
}

/** Somebody acting as that person, begun from a session of their own. */
export function acting(id: string, userId: string, from: SessionRecord): SessionRecord {
  const impersonation = { impersonatorId: from.userId, parentId: from.id, reason: `Asked by ${userId}` }
  return session(id, userId, { impersonation })
}

/** A group of nobody yet, at version 1. */
export function group(id: string, fields: Partial<GroupRecord> = {}): GroupRecord {
  return { id, name: `Group ${id}`, description: '', domains: [], grants: [], createdAt: NOW, version: 1, ...fields }
}

/** As members have it. */
export function inherited(role: string, scope: string, from: string): Grant {
  return { role, scope, source: 'group', group: from }
}

/** Puts people into a group at the version it has. */
export async function join({ groups }: Stores, id: string, ...userIds: readonly string[]): Promise<void> {
  const found = await groups.find(id)
  expect(await groups.changeMembers(id, found?.version ?? 0, { add: userIds, remove: [] })).toBe('updated')
}

/** An API token that person made for themselves, good for a day. */
export function apiToken(id: string, userId: string, fields: Partial<ApiTokenRecord> = {}): ApiTokenRecord {
  return {
    id,
    userId,
    digest: `digest-${id}`,
    prefix: 'rct_abcd',
    createdAt: NOW,
    expiresAt: NOW + DAY,
    lastUsedAt: null,
    createdBy: userId,
    ...fields,
  }
}

export function mail(id: string, userId: string, fields: Partial<OutboxRecord> = {}): OutboxRecord {
  return {
    id,
    userId,
    template: 'reset',
    content: `{"subject":"${id}"}`,
    sealed: `sealed-${id}`,
    createdAt: NOW,
    dueAt: NOW,
    expiresAt: null,
    ...fields,
  }
}

export function entry(id: string, fields: Partial<AuditRecord> = {}): AuditRecord {
  return {
    id,
    at: NOW,
    action: 'lockout.unlockUser',
    real: { id: 'ann', name: 'Ann' },
    effective: { id: 'ann', name: 'Ann' },
    target: { id: 'bob', name: 'Bob' },
    changes: { lockedAt: [NOW, null] },
    reason: null,
    address: null,
    mac: `mac-${id}`,
    ...fields,
  }
}

export const WHOLE_TRAIL: AuditFilter = {
  sight: { kind: 'all' },
  userId: null,
  actions: [],
  from: null,
  until: null,
  impersonated: false,
}

export function seal(number: number, count: number): SealRecord {
  return { number, previous: `hash-${number - 1}`, root: `root-${number}`, count, at: NOW, hash: `hash-${number}` }
}

/** Counting at an instant: three wrong ones lock, a verdict may be out for 30 seconds, locks open by hand only. */
export function attempt(now = NOW, rules: Partial<AttemptRules> = {}): AttemptRules {
  return { now, lease: 30_000, threshold: 3, openedBefore: null, ...rules }
}

/** Reserves an attempt that must be free. */
export async function reserved(lockout: LockoutStore, key: string, rules = attempt()): Promise<Reservation> {
  const outcome = await lockout.reserve(key, rules)
  if (outcome.kind !== 'reserved') throw new Error(`expected a reservation, got ${JSON.stringify(outcome)}`)
  return outcome.reservation
}

/** Wrong attempts until the account is locked. */
export async function lock(lockout: LockoutStore, key: string, now = NOW): Promise<void> {
  const once = attempt(now, { threshold: 1 })
  expect(await lockout.fail(await reserved(lockout, key, once), once)).toEqual({ kind: 'locked' })
}
