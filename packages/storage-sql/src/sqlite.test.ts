import { chmodSync, copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Storage } from '@rollcall/core'
import { testStorage } from '@rollcall/testing/conformance'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { heard, kill, startChild } from './children.ts'
import { EVERYBODY, lena, TIME } from './lena.ts'
import { type SqliteDatabase, type SqliteStatement, type SqlStorage, sqliteStorage } from './sqlite.ts'

let directory: string
let file: string
const open: SqlStorage[] = []

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rollcall-'))
  file = join(directory, 'rollcall.db')
})

afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(open.splice(0).map((storage) => storage.close()))
  rmSync(directory, { recursive: true })
})

function handle(options: { file?: string; open?: (file: string) => SqliteDatabase } = {}): SqlStorage {
  const storage = sqliteStorage({ file, ...options })
  open.push(storage)
  return storage
}

async function migrated(options = {}): Promise<SqlStorage> {
  const storage = handle(options)
  await storage.migrate()
  return storage
}

const answer = (key: string) => ({ key, inputDigest: 'digest', answer: '{}', expiresAt: 5_000 })

testStorage('SQLite', {
  create: () => migrated(),
  open: async () => sqliteStorage({ file }),
})

describe('the schema', () => {
  test('two handles that migrate a new file at once both succeed, and each migration is applied once', async () => {
    const [one, two] = [handle(), handle()]
    const reports = await Promise.all([one.migrate(), two.migrate()])
    expect(reports.flatMap((report) => report.applied)).toEqual(['0001-first-tables'])
    await Promise.all([one.check(), two.check()])
  })

  test('a migration that was killed half-way leaves nothing, and the next run completes it', async () => {
    const child = startChild('./migrations/migrating.child.ts', file, 'outbox')
    await expect(heard(child)).rejects.toThrow('SIGKILL')

    const storage = handle()
    await expect(storage.check()).rejects.toMatchObject({ fault: 'schema-outdated' })
    expect((await storage.migrate()).applied).toEqual(['0001-first-tables'])
    await storage.check()
    expect(await storage.outbox.backlog(0)).toEqual({ due: 0, oldestDueAt: null, failed: 0 })
  }, 120_000)

  test('code that meets no database or an older schema says what to run, and goes on once that was run', async () => {
    const storage = handle()
    const outdated = { fault: 'schema-outdated', message: expect.stringContaining('`rollcall migrate`') }
    await expect(storage.users.find('lena')).rejects.toMatchObject(outdated)
    await expect(storage.users.insert(lena())).rejects.toMatchObject(outdated)
    writeFileSync(file, '')
    await expect(storage.check()).rejects.toMatchObject(outdated)

    await handle().migrate()
    expect(await storage.users.insert(lena())).toBe('inserted')
  })

  test('code that meets a newer schema refuses it, migrating included', async () => {
    await migrated()
    const database = new Database(file)
    database.exec("INSERT INTO migrations (name) VALUES ('9999-from-the-future')")
    database.close()

    const newer = { fault: 'schema-newer', message: expect.stringContaining('9999-from-the-future') }
    const storage = handle()
    await expect(storage.users.find('lena')).rejects.toMatchObject(newer)
    await expect(storage.check()).rejects.toMatchObject(newer)
    await expect(storage.migrate()).rejects.toMatchObject(newer)
  })
})

describe('the file', () => {
  test('a new one is for its owner alone', async () => {
    const storage = await migrated()
    await storage.users.insert(lena())
    for (const path of [file, `${file}-wal`]) expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test.each([
    ['a directory that does not exist', () => join(directory, 'absent', 'rollcall.db'), 'create it'],
    ['a directory in place of the file', () => directory, 'name a file'],
    ['a file that is no database', () => garbage(), 'not a SQLite database'],
  ])('%s makes the storage unavailable, with a message that helps', async (_, path, help) => {
    const storage = handle({ file: path() })
    await expect(storage.migrate()).rejects.toMatchObject({
      fault: 'unavailable',
      message: expect.stringContaining(help),
    })
  })

  function garbage(): string {
    writeFileSync(file, 'Dear diary, '.repeat(1_000))
    return file
  }

  test('a file that may not be written makes the storage unavailable, and it recovers when it may', async () => {
    await (await migrated()).close()
    chmodSync(file, 0o444)
    chmodSync(directory, 0o555)
    const storage = handle()
    // Root may write anything: be nobody for a moment.
    const root = process.geteuid?.() === 0
    if (root) process.seteuid?.(65_534)
    try {
      await expect(storage.users.find('lena')).rejects.toMatchObject({
        fault: 'unavailable',
        message: expect.stringContaining('write'),
      })
    } finally {
      if (root) process.seteuid?.(0)
      chmodSync(directory, 0o755)
      chmodSync(file, 0o644)
    }
    expect(await storage.users.find('lena')).toBeNull()
  })

  test('a closed storage has everything in its file, and says that it is closed', async () => {
    const storage = await migrated()
    await storage.answers.add(answer('a'), 0)
    await storage.close()
    const copy = join(directory, 'copy.db')
    copyFileSync(file, copy)
    expect(await handle({ file: copy }).answers.find('a', 0)).not.toBeNull()
    await expect(storage.users.find('lena')).rejects.toMatchObject({ fault: 'unavailable' })
    await expect(storage.users.insert(lena())).rejects.toMatchObject({ fault: 'unavailable' })
  })
})

describe('other processes', () => {
  test('a process killed in the middle leaves whole transactions only, all it reported among them, and no lock', async () => {
    const storage = await migrated()
    for (let round = 0; round < 2; round += 1) {
      const child = startChild('./dialects/sqlite/writing.child.ts', file)
      let reported = -1
      while (reported < 20) reported = await heard<number>(child)
      child.on('message', (pair: number) => (reported = pair))
      await kill(child)

      const found = async (key: string) => (await storage.answers.find(key, 0)) !== null
      for (let pair = 0; pair <= reported + 1; pair += 1) {
        expect(await found(`left ${pair}`)).toBe(await found(`right ${pair}`))
        if (pair <= reported) expect(await found(`left ${pair}`)).toBe(true)
      }
      await storage.purge(1_000)
    }
    expect(await storage.users.insert(lena())).toBe('inserted')
  }, 120_000)

  test('while another connection writes, reads go on and writes wait without holding up the event loop', async () => {
    const storage = await migrated()
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    const write = storage.answers.add(answer('a'), 0)
    for (let read = 0; read < 20; read += 1) expect(await storage.answers.find('a', 0)).toBeNull()
    await new Promise((resolve) => setImmediate(resolve))
    other.exec('COMMIT')
    other.close()
    expect(await write).toBe(true)
  })

  test('a write that another connection never lets in is turned away as busy', async () => {
    const storage = await migrated()
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const write = expect(storage.answers.add(answer('a'), 0)).rejects.toMatchObject({ fault: 'busy' })
    await vi.advanceTimersByTimeAsync(11_000)
    await write
    other.close()
  })
})

describe('transactions', () => {
  test('one nested in another is turned away as busy, and the storage goes on', async () => {
    const storage = await migrated()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const nested = storage.transaction(() => storage.answers.add(answer('a'), 0))
    const turnedAway = expect(nested).rejects.toMatchObject({ fault: 'busy' })
    await vi.advanceTimersByTimeAsync(11_000)
    await turnedAway
    expect(await storage.answers.add(answer('b'), 0)).toBe(true)
  })

  test('what is not awaited inside cannot slip into the next one', async () => {
    const storage = await migrated()
    let escaped: Storage['answers'] | undefined
    await storage.transaction(async (tx) => {
      escaped = tx.answers
    })
    await expect(escaped?.add(answer('a'), 0)).rejects.toThrow('this transaction is over')
  })

  test('a long one lets everything else of the process go on', async () => {
    const storage = await migrated()
    let turns = 0
    const turn = () => {
      turns += 1
      next = setImmediate(turn)
    }
    let next = setImmediate(turn)
    const enough = performance.now() + 100
    await storage.transaction(async (tx) => {
      while (performance.now() < enough) await tx.answers.find('a', 0)
    })
    clearImmediate(next)
    expect(turns).toBeGreaterThan(0)
  })
})

const FULL = 2
const rules = { now: 0, lease: 1_000, threshold: 5, openedBefore: null }

test('what was answered is on the disk, but for what a later answer brings: a reserved attempt, a part of a plan', async () => {
  const commits: unknown[] = []
  const storage = await migrated({ open: watchingCommits(commits) })
  await storage.users.insert(lena())
  const synced = async (work: () => Promise<unknown>) => {
    commits.length = 0
    await work()
    return commits.map((mode) => mode === FULL)
  }
  const reserve = () => storage.lockout.reserve('lena', rules)
  const verdict = () => storage.lockout.fail({ key: 'lena', generation: 0 }, rules)
  expect(await synced(reserve)).toEqual([false])
  expect(await synced(verdict)).toEqual([true])
  expect(await synced(reserve)).toEqual([false])
  expect(await synced(reserve)).toEqual([false])
  expect(await synced(() => storage.transaction((tx) => tx.users.noteSignIn('lena', 1)))).toEqual([true])
  const none = { create: 0, update: 0, unchanged: 0, refused: 0 }
  const done = { created: 0, updated: 0, unchanged: 0, refused: 0 }
  const chunk = {
    importId: 'i',
    number: 0,
    lastLine: 2,
    counts: none,
    plan: '',
    state: 'done',
    outcomes: null,
    done,
  } as const
  await storage.imports.add({ id: 'i', ownerId: null, name: null, createdAt: 0, expiresAt: 9, columns: [] })
  expect(await synced(() => storage.imports.addChunk(chunk))).toEqual([false])
  expect(await synced(() => storage.imports.complete('i'))).toEqual([true])
})

describe('statements', () => {
  const locking = { ...rules, threshold: 1 }
  const held = { userId: 'lena', createdAt: 0, expiresAt: 9 }
  const client = { address: null, agent: null }
  const used = { lastUsedAt: 0, restricted: false, confirmedAt: 0, impersonation: null }
  const session = { ...held, ...client, ...used, id: 's', digest: 'd' }
  const apiToken = { ...held, id: 't', digest: 'd', prefix: 'rct_abcd', lastUsedAt: null, createdBy: 'lena' }
  const nobody = { real: null, effective: null, target: null }
  const entry = { ...nobody, at: 0, action: 'signIn.signIn', changes: {}, reason: null, address: null, mac: 'm' }
  const failure = { ...client, userId: 'lena', at: 0, cause: 'wrong-password' } as const
  let added = 0
  const next = () => {
    added += 1
    return String(added)
  }

  test.each<[string, number, (storage: Storage) => Promise<unknown>]>([
    ['a session check', 1, (storage) => storage.sessions.find('d', 1)],
    ['an API token check', 1, (storage) => storage.apiTokens.find('d', 1)],
    ['the resources of one person', 1, (storage) => storage.resources.findMany(['north', 'south'])],
    ['a person by id', 1, (storage) => storage.users.find('lena')],
    ['a person by identifier', 1, (storage) => storage.users.findByKey('lena@lena.example')],
    [
      'a first page of people',
      1,
      (storage) => storage.users.list(EVERYBODY, { by: 'name', descending: false, limit: 50, from: null }, TIME),
    ],
    // Each of these begins and commits.
    ['a reserved attempt', 3, (storage) => storage.lockout.reserve('lena', rules)],
    ['a wrong attempt', 3, (storage) => storage.lockout.fail({ key: 'lena', generation: 0 }, rules)],
    ['a right attempt', 3, (storage) => storage.lockout.succeed({ key: 'lena', generation: 0 }, 0)],
    ['a new session', 3, (storage) => storage.sessions.add({ ...session, id: next(), digest: next() })],
    ['a use of an API token', 3, (storage) => storage.apiTokens.touch('t', 1)],
    ['a guess on at a locked account', 1, (storage) => storage.lockout.reserve('locked', rules)],
    ['an audit entry', 3, (storage) => storage.audit.append({ ...entry, id: next() })],
    ['a failed sign-in', 5, (storage) => storage.lockout.addFailedSignIn({ ...failure, id: next() }, 100)],
    ['a noted sign-in', 3, (storage) => storage.users.noteSignIn('lena', 1)],
  ])('%s takes %i, however many people there are, and prepares nothing the second time', async (_, most, operation) => {
    const seen = { run: 0, prepared: 0 }
    const storage = await migrated({ open: counting(seen) })
    for (const id of ['lena', 'lea', 'leo']) await storage.users.insert(lena(id))
    await storage.sessions.add(session)
    await storage.apiTokens.add(apiToken, 1, 0)
    await storage.lockout.reserve('lena', rules)
    await storage.lockout.reserve('locked', locking)
    await storage.lockout.fail({ key: 'locked', generation: 0 }, locking)
    await storage.lockout.reserve('locked', rules)
    seen.run = 0
    await operation(storage)
    expect(seen.run).toBe(most)
    seen.prepared = 0
    await operation(storage).catch(() => undefined)
    expect(seen.prepared).toBe(0)
  })
})

/** Opens databases that count. */
function counting(seen: { run: number; prepared: number }): (file: string) => SqliteDatabase {
  return (path) => {
    const database = new Database(path)
    const prepare = (sql: string): SqliteStatement => {
      seen.prepared += 1
      const statement = database.prepare(sql)
      const counted =
        <T>(run: (parameters: unknown[]) => T) =>
        (parameters: unknown[]) => {
          seen.run += 1
          return run(parameters)
        }
      return {
        reader: statement.reader,
        raw: () => statement.raw(),
        columns: () => statement.columns(),
        get: counted((parameters) => statement.get(parameters)),
        all: counted((parameters) => statement.all(parameters)),
        run: counted((parameters) => statement.run(parameters)),
      }
    }
    return { prepare, exec: (sql) => database.exec(sql), close: () => database.close() }
  }
}

/** Opens databases that note the `synchronous` in force at each commit. */
function watchingCommits(commits: unknown[]): (file: string) => SqliteDatabase {
  return (path) => {
    const database = new Database(path)
    const watched = (sql: string): SqliteStatement => {
      const statement = database.prepare(sql)
      if (sql !== 'COMMIT') return statement
      const run = (parameters: unknown[]) => {
        commits.push(...database.prepare('PRAGMA synchronous').raw().all([]).flat())
        return statement.run(parameters)
      }
      return {
        reader: false,
        raw: () => statement.raw(),
        columns: () => [],
        get: run,
        all: () => [],
        run,
      }
    }
    return { prepare: watched, exec: (sql) => database.exec(sql), close: () => database.close() }
  }
}
