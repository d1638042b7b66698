import {
  type NewUser,
  type PageRequest,
  SORTS,
  type SortBy,
  type Storage,
  type UserFilter,
  type UserPage,
} from '@rollcall/core'
import { sees, statusOf, type UserRecord } from '@rollcall/core/rules'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, DAY, EVERYBODY, FIRST_PAGE, grant, group, join, lock, NOW, person, TIME, token } from './records.ts'

/** More than any adapter looks at one by one. */
const MANY = 3_200

const PEOPLE = Array.from({ length: MANY }, (_, index) => {
  // Spread, so that no order follows another.
  const mixed = (index * 7_919) % MANY
  return person(`p${mixed}`, {
    email: `p${mixed}@${mixed % 40 === 0 ? 'rare' : 'one'}.example`,
    username: mixed % 3 === 0 ? null : `user${(mixed * 31) % MANY}`,
    displayName: `${index < MANY - 60 ? 'Common' : 'Zulu'} ${(mixed * 17) % 900}`,
    organization: mixed % 10 === 0 ? null : mixed % 50 === 1 ? 'small' : mixed % 2 === 0 ? 'big' : 'other',
    createdAt: NOW - (mixed % 300) * DAY,
    registeredAt: mixed % 5 === 0 ? null : NOW - (mixed % 200) * DAY,
    authentication: { kind: mixed % 3 === 1 ? 'external' : 'internal', provider: null, subject: null },
    // Nobody external is deactivated but at one end of the names.
    enabled: mixed % 3 !== 2 && index < MANY - 60,
    grants: [grant(mixed % 100 === 7 ? 'Owner' : 'Viewer'), ...(mixed % 4 === 0 ? [grant('Editor', 'app-1')] : [])],
    rank: mixed % 100 === 7 ? 30 : 10,
  })
})

async function populate(storage: Storage): Promise<void> {
  await storage.transaction(async (tx) => {
    await add(tx, ...PEOPLE)
    await tx.groups.insert(group('g', { domains: ['rare.example'], grants: [{ role: 'Editor', scope: 'app-2' }] }))
    await join(tx, 'g', 'p1', 'p2', 'p3')
    for (const [index, { id }] of PEOPLE.entries()) {
      if (index % 3 === 0) await tx.users.noteSignIn(id, NOW - (index % 120) * DAY)
      if (index % 60 === 0) await lock(tx.lockout, id)
      if (index % 7 === 0) await tx.tokens.issue(token(id, id, { kind: 'invitation', expiresAt: NOW + DAY }))
    }
  })
}

const own = { kind: 'some', self: 'p10', organization: null, scopes: [] } as const

const FILTERS: readonly Partial<UserFilter>[] = [
  {},
  { sight: own },
  { sight: { ...own, organization: 'big' } },
  { sight: { ...own, organization: 'small' } },
  { sight: { ...own, scopes: ['app-1'] } },
  { sight: { ...own, organization: 'other', scopes: ['app-1', 'app-2'] } },
  { sight: { ...own, organization: 'big' }, organization: ['big'] },
  { sight: { ...own, organization: 'big', scopes: ['app-2'] }, organization: ['other'], enabled: true },
  { organization: ['small'], status: ['dormant', 'confirmed'] },
  { organization: ['small', 'other'], role: ['Owner'] },
  { search: 'common 8' },
  { search: 'zulu', enabled: true },
  { search: '9' },
  { search: 'zu' },
  { search: 'le' },
  { search: 'xq' },
  { search: 'nowhere to be found' },
  { role: ['Viewer'], resource: ['app-1'], enabled: false },
  { status: ['locked', 'invitation-expired'], sight: { ...own, organization: 'big' } },
  { status: ['deactivated'], authentication: 'external' },
  { group: ['g'], lastSignInBefore: NOW - 30 * DAY },
  { authentication: 'internal', lastSignInBefore: NOW - 60 * DAY, search: 'one.example' },
]

/** Told independently of any adapter. Only `g` has members by domain. */
function passes(record: UserRecord, { keys }: NewUser, filter: UserFilter): boolean {
  const any = <T>(wanted: readonly T[], ...has: T[]) => wanted.length === 0 || has.some((one) => wanted.includes(one))
  const { lastSignInAt } = record.state
  const inGroup = record.grants.some(({ source }) => source === 'group')
  return (
    sees(filter.sight, record) &&
    (filter.search === null || keys.search.includes(filter.search)) &&
    any(filter.status, statusOf(record, TIME.policy, TIME.now)) &&
    any(filter.role, ...record.grants.map(({ role }) => role)) &&
    any<string | null>(filter.resource, ...record.grants.map(({ scope }) => scope)) &&
    any<string | null>(filter.organization, record.organization) &&
    (filter.group.length === 0 || inGroup) &&
    (filter.authentication === null || record.authentication.kind === filter.authentication) &&
    (filter.enabled === null || record.enabled === filter.enabled) &&
    (filter.lastSignInBefore === null || lastSignInAt === null || lastSignInAt < filter.lastSignInBefore)
  )
}

/** Ids of a few pages from the start and of the way back; the whole list's, where it is short. */
async function walked({ users }: Storage, filter: UserFilter, by: SortBy, descending: boolean) {
  const pages: UserPage[] = []
  let from: PageRequest['from'] = null
  do {
    const page = await users.list(filter, { by, descending, limit: 70, from }, TIME)
    pages.push(page)
    from = page.next && { position: page.next, direction: 'after' }
  } while (from !== null && pages.length < 3)
  const last = pages.at(-1)
  const back = last?.previous && { position: last.previous, direction: 'before' as const }
  const before = back && (await users.list(filter, { by, descending, limit: 70, from: back }, TIME))
  return { pages: pages.map(idsIn), before: before && idsIn(before), more: from !== null }
}

const idsIn = ({ items }: UserPage) => items.map(({ id }) => id)

export function testCrowd(test: TestStorageCase): void {
  const given = new Map(PEOPLE.map((one) => [one.id, one]))
  const right = (items: readonly UserRecord[], filter: UserFilter) =>
    items.filter((record) => passes(record, given.get(record.id) ?? person(record.id), filter)).map(({ id }) => id)

  for (const by of SORTS) {
    test(`lists thousands by ${by} as the rules say, whatever is filtered by`, async (storage) => {
      await populate(storage)
      for (const descending of [false, true]) {
        const whole = await storage.users.list(EVERYBODY, { ...FIRST_PAGE, by, descending, limit: MANY }, TIME)
        expect(whole.items).toHaveLength(MANY)
        for (const [index, some] of FILTERS.entries()) {
          if (descending === (index % 2 === 0)) continue
          const filter = { ...EVERYBODY, ...some }
          const ids = right(whole.items, filter)
          const { pages, before, more } = await walked(storage, filter, by, descending)
          expect([index, pages.flat()]).toEqual([index, ids.slice(0, 210)])
          expect([index, more]).toEqual([index, ids.length > 210])
          if (before) expect([index, before]).toEqual([index, pages.at(-2)])
        }
      }
    })
  }

  test('counts thousands as the rules say, no further than asked', async (storage) => {
    await populate(storage)
    const { items } = await storage.users.list(EVERYBODY, { ...FIRST_PAGE, limit: MANY }, TIME)
    for (const some of FILTERS) {
      const filter = { ...EVERYBODY, ...some }
      const { length } = right(items, filter)
      expect([some, await storage.users.count(filter, 10_000, TIME)]).toEqual([some, length])
      expect(await storage.users.count(filter, 40, TIME)).toBe(Math.min(length, 40))
    }
  })

  test('goes on from the far end, back and forth', async (storage) => {
    await populate(storage)
    for (const by of SORTS) {
      for (const filter of [EVERYBODY, { ...EVERYBODY, search: 'zulu' }, { ...EVERYBODY, enabled: true }]) {
        const whole = await storage.users.list(filter, { ...FIRST_PAGE, by, limit: MANY }, TIME)
        const most = await storage.users.list(filter, { ...FIRST_PAGE, by, limit: whole.items.length - 9 }, TIME)
        if (!most.next) throw new Error('expected nine more')
        const from = { position: most.next, direction: 'after' } as const
        const rest = await storage.users.list(filter, { by, descending: false, limit: 20, from }, TIME)
        expect([by, idsIn(rest)]).toEqual([by, idsIn(whole).slice(-9)])
        expect(rest.next).toBeNull()
        if (!rest.previous) throw new Error('expected people before')
        const back = { position: rest.previous, direction: 'before' } as const
        const page = await storage.users.list(filter, { by, descending: false, limit: 20, from: back }, TIME)
        expect([by, idsIn(page)]).toEqual([by, idsIn(whole).slice(-29, -9)])
      }
    }
  })
}
