import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryStorage } from '@rollcall/storage-memory'
import { type SqlStorage, sqliteStorage } from '@rollcall/storage-sql/sqlite'
import { afterAll, it } from 'vitest'
import { type PolicyName, policies } from './files/people.ts'
import { tellRoundTrips } from './files/round-trip.ts'

const HOUR = 3_600_000
const seed = Date.now() % 2 ** 31
const NAMES = Object.keys(policies) as PolicyName[]

const directory = mkdtempSync(join(tmpdir(), 'rollcall-files-'))
const open: SqlStorage[] = []
afterAll(() => rmSync(directory, { recursive: true }), HOUR)

async function sqlite() {
  const storage = sqliteStorage({ file: join(mkdtempSync(join(directory, 'world-')), 'rollcall.db') })
  open.push(storage)
  await storage.migrate()
  return storage
}

it.each(
  NAMES.flatMap((name) => [
    { name, kept: 'memory', worlds: 3_000, storage: async () => createMemoryStorage() },
    { name, kept: 'SQLite', worlds: 150, storage: sqlite },
  ]),
)(
  'a file of people known by $name comes back as it went, from $kept, $worlds times',
  async ({ name, kept, worlds, storage }) => {
    const people = await tellRoundTrips(name, { seed, worlds, storage })
    for (const each of open.splice(0)) await each.close()
    console.log(`${name}, ${kept}, seed ${seed}: ${people} people in ${worlds} worlds`)
  },
  HOUR,
)
