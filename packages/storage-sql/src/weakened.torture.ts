import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { heard, kill, startChild } from './children.ts'
import type { Edit, Trial, Verdict } from './weakened.child.ts'

interface Weakening {
  readonly how: string
  /** Of `conformance/storage/races.ts`, those that notice. */
  readonly cases: readonly string[]
  readonly edits: readonly Edit[]
}

const LOCKOUT = 'lockout/lockout-store.ts'
const TABLES = 'migrations/0001-first-tables.ts'

/** What only races slip through: one caller at a time would see no difference. */
const WEAKENINGS: readonly Weakening[] = [
  {
    how: 'a token that somebody else has taken meanwhile counts as taken',
    cases: ['gives a token to exactly one of 50 who redeem it at once'],
    edits: [{ file: 'tokens/token-store.ts', search: '      if (numDeletedRows === 0n) return null\n', replace: '' }],
  },
  {
    how: 'API tokens are counted without keeping others from adding some',
    cases: ['adds exactly as many of 50 API tokens as there is room for, the expired ones’ included'],
    edits: [
      {
        file: 'api-tokens/api-token-store.ts',
        search: '      await lockUser(connection, token.userId)\n',
        replace: '',
      },
    ],
  },
  {
    how: 'a resource that was there a moment ago counts as removed',
    cases: ['removes a resource for exactly one of 20, and moves its holders by one version'],
    edits: [
      {
        file: 'resources/resource-store.ts',
        search: `      const { numDeletedRows } = await db.deleteFrom('resources').where('id', '=', id).executeTakeFirst()
      if (numDeletedRows === 0n) return false
`,
        replace: `      if ((await this.findMany([id])).length === 0) return false
      await db.deleteFrom('resources').where('id', '=', id).execute()
`,
      },
    ],
  },
  {
    how: 'earlier tokens are removed without keeping others from issuing some, and no key is unique',
    cases: ['leaves one live token when 20 are issued at once'],
    edits: [
      { file: 'tokens/token-store.ts', search: '      await lockUser(connection, token.userId)\n', replace: '' },
      { file: TABLES, search: "unique: [['digest'], ['user_id', 'kind']],", replace: "unique: [['digest']]," },
    ],
  },
  {
    how: 'the version is compared before the write, not by it',
    cases: ['lets exactly one of 20 edits of one version through'],
    edits: [{ file: 'users/user-store.ts', search: "        .where('version', '=', version)\n", replace: '' }],
  },
  {
    how: 'identifiers are looked for before the write, and no key is unique',
    cases: ['gives an identifier to exactly one of 20 who take it at once'],
    edits: [
      {
        file: TABLES,
        search: "columns: { key: 'folded', user_id: 'id', kind: 'id' },\n      primary: ['key'],",
        replace: "columns: { key: 'folded', user_id: 'id', kind: 'id' },\n      primary: ['key', 'user_id'],",
      },
    ],
  },
  {
    how: 'attempts are counted before the write, not by it',
    cases: [
      'lets exactly the threshold of 100 parallel wrong guesses be looked at',
      'never has more attempts out than wrong ones are left',
    ],
    edits: [
      {
        file: LOCKOUT,
        search: '        const reserved = await moved(reserve,',
        replace: `        const seen = await connection.first(findCounter, { key })
        const full = seen && standing(seen, rules)
        if (full) return full
        const reserved = await moved(reserve,`,
      },
      { file: LOCKOUT, search: "    .where(sql<number>`failed + undecided`, '<', threshold)\n", replace: '' },
      { file: TABLES, search: ", 'failed + undecided <= threshold'", replace: '' },
    ],
  },
  {
    how: 'a right password settles all attempts that are out, not its own',
    cases: ['lets all of 50 parallel right passwords in'],
    edits: [
      {
        file: LOCKOUT,
        search: "    .set((row) => ({ failed: 0, undecided: row('undecided', '-', 1) }))",
        replace: "    .set((row) => ({ failed: 0, undecided: 0, generation: row('generation', '+', 1) }))",
      },
    ],
  },
  {
    how: 'attempts are found dead before they are settled, not while',
    cases: ['settles attempts whose lease ran out once, however many ask'],
    edits: [
      {
        file: LOCKOUT,
        search: "\n    .where((row) => row.or([row('undecided', '=', 0), row('undecided_until', '<=', now)]))",
        replace: '',
      },
    ],
  },
  {
    how: 'a lock is looked at without keeping others from opening it',
    cases: ['opens a lock for exactly one of 20 who unlock at once'],
    edits: [
      {
        file: LOCKOUT,
        search: 'dialect.locked(standing).executeTakeFirst()',
        replace: 'standing.executeTakeFirst()',
      },
    ],
  },
  {
    how: 'administrators are counted without a guard',
    cases: [
      'keeps one administrator when 20 remove 20 of them at once',
      'runs no two transactions under the administrators’ lock at a time',
    ],
    edits: [
      {
        file: 'sql-storage.ts',
        search: "        await takeGuard(connection.db, 'administrators')\n",
        replace: '',
      },
    ],
  },
  {
    how: 'due mails are read without keeping others from leasing them',
    cases: ['leases no mail twice to 8 workers who take all there is'],
    edits: [
      {
        file: 'outbox/outbox-store.ts',
        search: "dialect.lockedIfFree(open.orderBy('due_at').orderBy('id').limit(limit)).execute()",
        replace: "open.orderBy('due_at').orderBy('id').limit(limit).execute()",
      },
    ],
  },
  {
    how: 'the last seal is looked at before the write, whose outcome is not',
    cases: ['takes one seal of a number from 8 sealers at once'],
    edits: [
      {
        file: 'audit/audit-store.ts',
        search: "      if (!(await insertUnlessThere(connection, 'seals', { ...seal }))) return false\n",
        replace: `      if (((await this.lastSeal())?.number ?? 0) >= seal.number) return false
      await insertUnlessThere(connection, 'seals', { ...seal })
`,
      },
    ],
  },
  {
    how: 'an answer is looked for before the write, whose outcome is not',
    cases: ['remembers one of 20 answers to one key'],
    edits: [
      {
        file: 'system/answer-store.ts',
        search: "      return insertUnlessThere(connection, 'answers', row)\n",
        replace: `      if (await this.find(key, now)) return false
      await insertUnlessThere(connection, 'answers', row)
      return true
`,
      },
    ],
  },
]

/** Four handles there overlap as they please. */
const FILE = './postgres.test.ts'

async function tried(trial: Trial): Promise<Verdict[]> {
  const child = startChild('./weakened.child.ts')
  try {
    expect(await heard(child)).toBe('ready')
    child.send(trial)
    return await heard<Verdict[]>(child)
  } finally {
    await kill(child)
  }
}

/** The pattern that finds these names alone. */
function named(names: readonly string[]): string {
  const literal = names.map((name) => name.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'))
  return `races (?:${literal.join('|')})$`
}

test('every case of a race passes on the adapter as it is, and some weakening is meant for it', async () => {
  const verdicts = await tried({ file: FILE, pattern: ' races ', edits: [] })
  expect(verdicts.filter(({ state }) => state !== 'passed')).toEqual([])
  expect(verdicts.map(({ name }) => name).sort()).toEqual(WEAKENINGS.flatMap(({ cases }) => cases).sort())
  console.log(`${verdicts.length} cases of races, ${WEAKENINGS.length} weakenings`)
})

test.each(WEAKENINGS)('where $how, the case fails', async ({ how, cases, edits }) => {
  for (const { file, search } of edits) {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8')
    expect(source.split(search), `${file} holds what is edited`).toHaveLength(2)
  }
  const verdicts = await tried({ file: FILE, pattern: named(cases), edits })
  console.log(`${how}: ${verdicts.map(({ name, error }) => `${name} (${error?.split('\n')[0]})`).join('; ')}`)
  expect(verdicts.map(({ name, state }) => [name, state])).toEqual(cases.map((name) => [name, 'failed']))
})
