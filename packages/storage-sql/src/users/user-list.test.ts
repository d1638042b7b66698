import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SORTS, type UserFilter } from '@rollcall/core'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { lena } from '../lena.ts'
import { sqliteStorage } from '../sqlite.ts'

const EVERYBODY: UserFilter = {
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
const TIME = { now: 0, policy: { lockout: { threshold: 5, opensAfterMinutes: null }, dormantAfterDays: null } }

/** A row of a query plan. */
interface Step {
  readonly parent: number
  readonly detail: string
}

test.each(
  // The status depends on the instant; no index has it.
  SORTS.filter((by) => by !== 'status').flatMap((by) => [false, true].map((descending) => ({ by, descending }))),
)('a list by $by, descending: $descending, walks an index from any place and sorts nothing', async (sort) => {
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
          if (sql.includes('order by')) texts.add(sql)
          return prepare(sql)
        },
      })
    },
  })
  await storage.migrate()
  for (const id of ['lea', 'lena', 'leo']) await storage.users.insert(lena(id))
  await storage.users.noteSignIn('lena', 5)

  texts.clear()
  const page = { ...sort, limit: 1 }
  const first = await storage.users.list(EVERYBODY, { ...page, from: null }, TIME)
  for (const position of [first.next, { value: null, id: 'lea' }]) {
    if (position === null) throw new Error('three people make more than one page of one')
    if (position.value === null && !['username', 'organization', 'lastSignInAt'].includes(sort.by)) continue
    for (const direction of ['after', 'before'] as const) {
      await storage.users.list(EVERYBODY, { ...page, from: { position, direction } }, TIME)
    }
  }
  await storage.close()

  const database = new Database(file)
  for (const sql of texts) {
    const parameters = Array(sql.split('?').length - 1).fill(1)
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as Step[]
    // Above that, the one page is put in order.
    expect(
      plan
        .filter(({ parent }) => parent !== 0)
        .map(({ detail }) => detail)
        .join(),
    ).not.toContain('TEMP B-TREE')
    expect(plan[0]?.detail).toMatch(/^CO-ROUTINE/)
  }
  expect(texts.size).toBeGreaterThanOrEqual(2)
  database.close()
  rmSync(directory, { recursive: true })
})
