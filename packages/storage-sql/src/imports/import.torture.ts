import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CsvParser, createRollcall } from '@rollcall/core'
import { directory } from '@rollcall/core/presets'
import Database from 'libsql'
import { afterEach, expect, test } from 'vitest'
import { heard, kill, startChild } from '../children.ts'
import { lena } from '../lena.ts'
import { sqliteStorage } from '../sqlite.ts'
import type { Halt } from './importing.child.ts'

const ROWS = 20_000
const CHUNK = 50
/** Every so many rows, somebody else takes the address between preview and import. */
const TAKEN_EACH = 1_000
const KILLS = 20

const directories: string[] = []
afterEach(() => {
  for (const path of directories.splice(0)) rmSync(path, { recursive: true })
})

/** Nothing in these files needs quotes. */
const csv: CsvParser = {
  async *parse(file) {
    let line = 0
    for await (const bytes of file) {
      const text = new TextDecoder().decode(bytes)
      for (const row of text.trimEnd().split('\n')) yield { line: ++line, cells: row.split(',') }
    }
  },
}

const addressOf = (row: number) => `person-${row}@import.example`

async function* fileOf(rows: number) {
  const text = new TextEncoder()
  yield text.encode('Username,Email,FirstName,LastName\n')
  for (let row = 0; row < rows; row += CHUNK) {
    const lines = Array.from({ length: CHUNK }, (_, index) => {
      return `person-${row + index},${addressOf(row + index)},Person,${row + index}\n`
    })
    yield text.encode(lines.join(''))
  }
}

/** A file of people, judged and not yet applied; some of its addresses are taken since. Everybody new is welcomed. */
async function previewed() {
  const path = mkdtempSync(join(tmpdir(), 'rollcall-'))
  directories.push(path)
  const file = join(path, 'rollcall.db')
  const storage = sqliteStorage({ file })
  await storage.migrate()
  await storage.settings.save(0, { welcome: 'everybody', welcomeText: null, signInAddress: 'generic' }, null)
  const rollcall = createRollcall({
    policy: directory,
    storage,
    csv,
    mailer: { send: async () => undefined },
    hasher: { hash: async () => '', verify: async () => false, accepts: () => false, needsRehash: () => false },
    secrets: [new Uint8Array(32)],
    baseUrl: 'https://rollcall.example',
    logger: { log: () => undefined },
  })
  const { id, counts } = await rollcall.imports.previewImport(rollcall.host('import'), { file: fileOf(ROWS) })
  expect(counts.create).toBe(ROWS)
  for (let row = 0; row < ROWS; row += TAKEN_EACH) {
    const somebody = lena(`taken-${row}`)
    const email = addressOf(row)
    await storage.users.insert({ ...somebody, email, keys: { ...somebody.keys, email, domain: 'import.example' } })
  }
  await storage.close()
  return { file, id }
}

/** What must be true of the file once the import is finished, however often it was begun. */
function verify(file: string): void {
  const database = new Database(file)
  const count = (query: string) => (database.prepare(query).raw().get([]) as [number])[0]
  const taken = ROWS / TAKEN_EACH
  expect(count("SELECT count(*) FROM users WHERE username LIKE 'person-%'")).toBe(ROWS - taken)
  expect(count("SELECT count(*) FROM users WHERE id LIKE 'taken-%'")).toBe(taken)
  // No half of anybody: each has their state, their names, their role, one entry, one mail with one link.
  const whole = `SELECT count(*) FROM users u JOIN user_states s ON s.user_id = u.id
    JOIN grants g ON g.user_id = u.id AND g.role = 'user' JOIN tokens t ON t.user_id = u.id AND t.kind = 'invitation'
    WHERE u.username LIKE 'person-%' AND (SELECT count(*) FROM identifiers i WHERE i.user_id = u.id) = 2
      AND (SELECT count(*) FROM outbox o WHERE o.user_id = u.id AND o.template = 'welcome' AND o.id = t.mail_id) = 1
      AND (SELECT count(*) FROM audit_entries a WHERE a.target_id = u.id AND a.action = 'imports.applyImport') = 1`
  expect(count(whole)).toBe(ROWS - taken)
  expect(count('SELECT count(*) FROM outbox')).toBe(ROWS - taken)
  expect(count("SELECT count(*) FROM audit_entries WHERE action = 'imports.applyImport'")).toBe(ROWS - taken)
  database.close()
}

const start = (file: string, id: string, halt: Halt) => startChild('./imports/importing.child.ts', file, id, halt)

async function finish(file: string, id: string): Promise<void> {
  const child = start(file, id, 'nowhere')
  expect(await heard(child)).toBe('ready')
  expect(await heard(child)).toBe('finished')
}

test('an import killed before and after each of its commits applies every row once, and mails nobody else', async () => {
  const { file, id } = await previewed()
  let killed = 0
  for (let chunk = 0; chunk < ROWS / CHUNK; chunk += 1) {
    for (const halt of ['before', 'after'] as const) {
      const child = start(file, id, halt)
      expect(await heard(child)).toBe('ready')
      expect(await heard(child)).toBe(halt)
      await kill(child)
      killed += 1
    }
  }
  await finish(file, id)
  verify(file)
  console.log(`killed ${killed} times, ${ROWS} rows in ${ROWS / CHUNK} commits`)
}, 3_600_000)

test(`an import killed at ${KILLS} random moments applies every row once, and mails nobody else`, async () => {
  const { file, id } = await previewed()
  const seed = Date.now() % 1_000_000
  let state = seed
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
  let killed = 0
  for (let round = 0; round < KILLS; round += 1) {
    const child: ChildProcess = start(file, id, 'nowhere')
    expect(await heard(child)).toBe('ready')
    const outcome = await Promise.race([
      heard<string>(child).catch(() => 'gone'),
      new Promise<string>((resolve) => setTimeout(resolve, 40 + random() * 400, 'kill')),
    ])
    if (outcome === 'finished') break
    await kill(child)
    killed += 1
  }
  await finish(file, id)
  verify(file)
  console.log(`seed ${seed}: killed ${killed} times, ${ROWS} rows`)
})
