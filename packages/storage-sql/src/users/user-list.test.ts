import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SORTS } from '@rollcall/core'
import type { Sight } from '@rollcall/core/rules'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { EVERYBODY, lena, TIME } from '../lena.ts'
import { type SqlStorage, sqliteStorage } from '../sqlite.ts'

/** A row of a query plan. */
interface Step {
  readonly parent: number
  readonly detail: string
}

/** The plans of the statements that some calls need among three people, by what is sorted and looked up. */
async function plansOf(calls: (storage: SqlStorage) => Promise<unknown>): Promise<Step[][]> {
  const directory = mkdtempSync(join(tmpdir(), 'rollcall-'))
  const file = join(directory, 'rollcall.db')
  const texts = new Set<string>()
  const storage = sqliteStorage({
    file,
    open(path) {
      const database = new Database(path)
      const prepare = database.prepare.bind(database)
      return Object.assign(database, {
        prepare(sql: string) {
          if (/^(select|with)/i.test(sql)) texts.add(sql)
          return prepare(sql)
        },
      })
    },
  })
  await storage.migrate()
  for (const id of ['lea', 'lena', 'leo']) await storage.users.insert(lena(id))
  await storage.users.noteSignIn('lena', 5)
  texts.clear()
  await calls(storage)
  await storage.close()

  const database = new Database(file)
  const plans = [...texts].map((sql) => {
    const parameters = Array(sql.split('?').length - 1).fill(1)
    return database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as Step[]
  })
  database.close()
  rmSync(directory, { recursive: true })
  return plans
}

const textOf = (plan: readonly Step[]) => plan.map(({ detail }) => detail).join('\n')

const SIGHTS: readonly (readonly [string, Sight])[] = [
  ['everybody', { kind: 'all' }],
  ['an organization', { kind: 'some', self: 'lena', organization: 'lena.example', scopes: [] }],
]

// The status depends on the instant; no index has it.
const sorts = SORTS.filter((by) => by !== 'status').flatMap((by) =>
  [false, true].map((descending) => ({ by, descending })),
)

for (const [whose, sight] of SIGHTS) {
  test.each(sorts)(
    `a list of ${whose} by $by, descending: $descending, walks an index from any place and sorts nothing`,
    async (sort) => {
      const plans = await plansOf(async ({ users }) => {
        const filter = { ...EVERYBODY, sight }
        const page = { ...sort, limit: 1 }
        const first = await users.list(filter, { ...page, from: null }, TIME)
        for (const position of [first.next, { value: null, id: 'lea' }]) {
          if (position === null) throw new Error('three people make more than one page of one')
          if (position.value === null && !['username', 'organization', 'lastSignInAt'].includes(sort.by)) continue
          for (const direction of ['after', 'before'] as const) {
            await users.list(filter, { ...page, from: { position, direction } }, TIME)
          }
        }
      })
      expect(plans.length).toBeGreaterThanOrEqual(2)
      for (const plan of plans) {
        // Only the one page is put in order, at last, and whoever sees themselves is one.
        const walk = plan.filter(({ parent, detail }) => parent !== 0 && !detail.includes('those'))
        const sorted = walk.filter(({ detail }) => detail.includes('TEMP B-TREE FOR'))
        if (sight.kind === 'all') expect(textOf(sorted)).toBe('')
        else expect(textOf(walk)).toMatch(/USING (COVERING )?INDEX \S*by_organization\S* \(organization=\?/)
      }
    },
  )
}

test('a search looks its letters up, once; a check of a session or API token scans nothing', async () => {
  const search = await plansOf(({ users }) =>
    users.list({ ...EVERYBODY, search: 'nobody' }, { by: 'name', descending: false, limit: 1, from: null }, TIME),
  )
  expect(
    search
      .map(textOf)
      .join()
      .match(/user_search VIRTUAL TABLE/g),
  ).toHaveLength(1)
  expect(search.map(textOf).join()).not.toMatch(/SCAN users/)
  const checks = await plansOf(async ({ sessions, apiTokens }) => {
    await sessions.find('d', 1)
    await apiTokens.find('d', 1)
  })
  expect(checks).toHaveLength(2)
  for (const plan of checks) expect(textOf(plan)).not.toMatch(/SCAN|TEMP B-TREE/)
})

test.each([
  ['a role', { role: ['admin'] }, 'grants_by_role'],
  ['a resource', { resource: ['app'] }, 'grants_by_scope'],
  ['a group', { group: ['g'] }, 'group_members USING PRIMARY KEY'],
  ['being locked', { status: ['locked'] }, 'user_states_locked'],
  ['being deactivated', { status: ['deactivated'] }, 'users_disabled'],
  ['an invitation', { status: ['not-confirmed', 'invitation-expired'] }, 'users_invited'],
  ['a provider', { authentication: 'external' }, 'users_by_authentication'],
] as const)('a count by %s goes by its index', async (_, filter, index) => {
  const plans = await plansOf(({ users }) => users.count({ ...EVERYBODY, ...filter }, 10, TIME))
  expect(plans.map(textOf).join()).toContain(index)
  expect(plans.map(textOf).join()).not.toMatch(/SCAN users(?! USING)/)
})
