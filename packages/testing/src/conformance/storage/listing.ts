import { type NewUser, type PageRequest, type Position, SORTS, type Storage, type UserPage } from '@rollcall/core'
import { STATUSES, statusOf, type UserRecord } from '@rollcall/core/rules'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, DAY, EVERYBODY, FIRST_PAGE, grant, lock, NOW, person, TIME, token } from './records.ts'

/** In the order of their UTF-8 bytes; UTF-16 units, collations, padding and case folding would all order some otherwise. */
const BYTEWISE = [
  'A',
  'Z',
  '_',
  'a',
  'a\t',
  'a ',
  'a b',
  'aa',
  'ab',
  'a\u0301',
  'z',
  'ß',
  'é',
  '\u0430',
  '\u5c71',
  '\ue000',
  '\uff21',
  '\ufffd',
  '\u{10000}',
  '\u{1f600}',
]

const bytes = new TextEncoder()

/** The order promised, told independently of any adapter: bytes of the text, nulls last, then bytes of the id. */
function inOrder({ by, descending }: Pick<PageRequest, 'by' | 'descending'>, people: readonly NewUser[]) {
  const sign = descending ? -1 : 1
  const keys = new Map(people.map((one) => [one.id, one]))
  const sortValue = (record: UserRecord) => {
    const { keys: own, rank } = keys.get(record.id) ?? person('nobody')
    return {
      name: own.name,
      email: own.email,
      username: own.username,
      createdAt: record.createdAt,
      lastSignInAt: record.state.lastSignInAt,
      organization: record.organization,
      role: rank,
      status: STATUSES.indexOf(statusOf(record, TIME.policy, TIME.now)),
    }[by]
  }
  const compare = (a: string | number, b: string | number) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b
    const [left, right] = [bytes.encode(String(a)), bytes.encode(String(b))]
    const at = left.findIndex((byte, index) => byte !== right[index])
    return at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1)
  }
  return (a: UserRecord, b: UserRecord) => {
    const [left, right] = [sortValue(a), sortValue(b)]
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || sign * compare(a.id, b.id)
    }
    return sign * (compare(left, right) || compare(a.id, b.id))
  }
}

/** 24 people with equal values, nulls, hostile text and every status. */
const PEOPLE = Array.from({ length: 24 }, (_, index) =>
  person(`${'aB_c-D0'[index % 7]}${index}`, {
    email: `p${(index * 7) % 24}@${'ab'[index % 2]}.example`,
    username: index % 3 === 0 ? null : `u ${BYTEWISE[(index * 5) % 20]}${index}`,
    displayName: BYTEWISE[(index * 3) % 20] ?? null,
    organization: index % 4 === 0 ? null : (BYTEWISE[(index * 11) % 20] ?? null),
    createdAt: NOW - (index % 5) * DAY,
    registeredAt: index % 6 < 2 ? null : NOW - (index % 6 === 2 ? 200 : 20) * DAY,
    enabled: index % 8 !== 5,
    grants: index % 2 === 0 ? [grant('Editor')] : [],
    rank: [-1, 10, 10, 30][index % 4] ?? -1,
  }),
)

async function populate(storage: Storage): Promise<void> {
  await storage.transaction(async (tx) => {
    await add(tx, ...PEOPLE)
    for (const [index, { id }] of PEOPLE.entries()) {
      if (index % 3 === 1) await tx.users.noteSignIn(id, NOW - (index % 2) * DAY)
      if (index % 6 === 0) await tx.tokens.issue(token(`t${index}`, id, { kind: 'invitation' }))
      if (index % 9 === 4) await lock(tx.lockout, id)
    }
  })
}

/** Every page from the start to the end, or from the end to the start, and whether each says where it lies. */
async function walk(storage: Storage, request: Omit<PageRequest, 'from'>, direction: 'after' | 'before') {
  const pages: UserPage[] = []
  let from: PageRequest['from'] = null
  if (direction === 'before') {
    const all = await storage.users.list(EVERYBODY, { ...request, limit: 1_000, from: null }, TIME)
    pages.push(await lastPage(storage, request, all.items.length))
    from = next(pages, direction)
  } else {
    pages.push(await storage.users.list(EVERYBODY, { ...request, from }, TIME))
    from = next(pages, direction)
  }
  while (from && pages.length <= 30) {
    pages.push(await storage.users.list(EVERYBODY, { ...request, from }, TIME))
    from = next(pages, direction)
  }
  return pages
}

function next(pages: readonly UserPage[], direction: 'after' | 'before'): PageRequest['from'] {
  const position: Position | null | undefined = pages.at(-1)?.[direction === 'after' ? 'next' : 'previous']
  return position ? { position, direction } : null
}

/** The page of the last row alone, reached by a position. */
async function lastPage(storage: Storage, request: Omit<PageRequest, 'from'>, total: number): Promise<UserPage> {
  const most = await storage.users.list(EVERYBODY, { ...request, limit: total - 1, from: null }, TIME)
  if (!most.next) throw new Error('expected a row after the last but one')
  const from = { position: most.next, direction: 'after' } as const
  return storage.users.list(EVERYBODY, { ...request, limit: 1, from }, TIME)
}

const idsIn = (pages: readonly UserPage[]) => pages.map(({ items }) => items.map(({ id }) => id))

export function testListing(test: TestStorageCase): void {
  for (const by of SORTS) {
    for (const descending of [false, true]) {
      const how = `by ${by}, ${descending ? 'descending' : 'ascending'}`

      test(`sorts ${how}, bytewise, nulls last, then by id`, async (storage) => {
        await populate(storage)
        const { items } = await storage.users.list(EVERYBODY, { ...FIRST_PAGE, by, descending }, TIME)
        const sorted = [...items].sort(inOrder({ by, descending }, PEOPLE))
        expect(items).toHaveLength(PEOPLE.length)
        expect(items.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
      })

      test(`walks pages ${how}, both ways, with no row twice or missing`, async (storage) => {
        await populate(storage)
        const whole = await storage.users.list(EVERYBODY, { ...FIRST_PAGE, by, descending }, TIME)
        const ids = whole.items.map(({ id }) => id)
        for (const limit of [1, 5, 8]) {
          const forward = idsIn(await walk(storage, { by, descending, limit }, 'after'))
          expect(forward.flat()).toEqual(ids)
          expect(forward.slice(0, -1).every((page) => page.length === limit)).toBe(true)
          const backward = idsIn(await walk(storage, { by, descending, limit }, 'before'))
          expect(backward.reverse().flat()).toEqual(ids)
        }
      })
    }
  }

  test('compares text by its UTF-8 bytes', async (storage) => {
    await add(storage, ...BYTEWISE.map((organization, index) => person(`p${index}`, { organization })).reverse())
    const page = await storage.users.list(EVERYBODY, { ...FIRST_PAGE, by: 'organization' }, TIME)
    expect(page.items.map(({ organization }) => organization)).toEqual(BYTEWISE)
  })

  test('sorts names without regard to case and accents, as their keys say', async (storage) => {
    const names = ['Zoë', 'ärmel', 'Arm', 'zoe b', 'ÁRN', 'a\u0301rn c']
    await add(storage, ...names.map((displayName, index) => person(`p${index}`, { displayName })))
    const { items } = await storage.users.list(EVERYBODY, FIRST_PAGE, TIME)
    expect(items.map(({ displayName }) => displayName)).toEqual(['Arm', 'ärmel', 'ÁRN', 'a\u0301rn c', 'Zoë', 'zoe b'])
  })

  test('says where pages go on, and null at both ends', async (storage) => {
    await add(storage, person('a'), person('b'), person('c'), person('d'))
    const list = (limit: number, from: PageRequest['from']) =>
      storage.users.list(EVERYBODY, { ...FIRST_PAGE, limit, from }, TIME)

    const all = await list(4, null)
    expect([all.previous, all.next]).toEqual([null, null])
    const first = await list(2, null)
    expect(first.previous).toBeNull()
    expect(first.next?.id).toBe('b')
    if (!first.next) return
    const second = await list(2, { position: first.next, direction: 'after' })
    expect(second.items.map(({ id }) => id)).toEqual(['c', 'd'])
    expect(second.next).toBeNull()
    expect(second.previous?.id).toBe('c')
    if (!second.previous) return
    const back = await list(2, { position: second.previous, direction: 'before' })
    expect(back).toEqual(first)
  })

  test('lists nobody on an empty page', async ({ users }) => {
    expect(await users.list(EVERYBODY, FIRST_PAGE, TIME)).toEqual({ items: [], next: null, previous: null })
  })

  test('goes on from a place whose row has gone or moved, and skips or repeats none of the others', async (storage) => {
    await add(storage, person('a'), person('b'), person('c'), person('d'), person('e'))
    const page = { ...FIRST_PAGE, by: 'email', limit: 2 } as const
    const { next: position } = await storage.users.list(EVERYBODY, page, TIME)
    if (!position) throw new Error('expected a second page')
    await storage.users.remove('b')
    await add(storage, person('aa'))
    const after = await storage.users.list(EVERYBODY, { ...page, from: { position, direction: 'after' } }, TIME)
    expect(after.items.map(({ id }) => id)).toEqual(['c', 'd'])
    const before = await storage.users.list(EVERYBODY, { ...page, from: { position, direction: 'before' } }, TIME)
    expect(before.items.map(({ id }) => id)).toEqual(['a', 'aa'])
  })
}
