import { StorageError } from '@rollcall/core'
import { type Kysely, sql } from 'kysely'
import type { Connection, Engine } from '../connection.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { GuardsTable, Tables } from '../tables.ts'
import { firstTables } from './0001-first-tables.ts'
import type { Table } from './schema.ts'

/** One step of the schema; all of it happens or none. Never edited once released. */
export interface Migration {
  /** Number and words; sorts. */
  readonly name: string
  readonly tables: readonly Table[]
  /** What each view selects. */
  readonly views: Readonly<Record<string, string>>
  /** Whether it makes what each engine finds parts of names by. */
  readonly searchesUsers: boolean
  readonly guards: readonly GuardsTable['name'][]
}

/** What a migration run did. */
export interface MigrationReport {
  /** Names of the migrations this run applied, in order; empty when the schema was up to date. */
  readonly applied: readonly string[]
}

const MIGRATIONS: readonly Migration[] = [firstTables]

/** Whatever holds data, each table after those it refers to. */
export const TABLES: readonly Table[] = MIGRATIONS.flatMap(({ tables }) => tables)

/** What migrations themselves stand on; the second says that both are there. */
const GUARDS: Table = { name: 'guards', columns: { name: 'id', taken: 'instant' }, primary: ['name'] }
const DONE: Table = { name: 'migrations', columns: { name: 'id' }, primary: ['name'] }

/**
 * Brings the schema up to this code. Any number of processes may do so at once: each migration is one transaction that
 * takes the guard row first, and what somebody else did meanwhile is skipped. A run that died is finished by the next.
 */
export async function migrate(engine: Engine): Promise<MigrationReport> {
  await engine.transactionOnAnySchema(async (connection) => {
    if (await isMigrated(connection)) return
    const { create } = connection.dialect
    await run(connection, create(GUARDS))
    await addGuard(connection, 'migrations')
    await run(connection, create(DONE))
  })
  const applied: string[] = []
  for (const migration of MIGRATIONS) {
    if (await engine.transactionOnAnySchema((connection) => apply(connection, migration))) {
      applied.push(migration.name)
    }
  }
  return { applied }
}

/** Rejects with a `StorageError` unless exactly these migrations have been applied. */
export async function assertSchema(connection: Connection): Promise<void> {
  const done = (await isMigrated(connection)) ? await appliedTo(connection.db) : []
  refuseNewer(connection.dialect, done)
  if (done.length < MIGRATIONS.length) {
    const what = done.length === 0 ? 'holds no schema yet' : 'has an older schema'
    throw new StorageError(connection.dialect.name, 'schema-outdated', `the database ${what}; run \`rollcall migrate\``)
  }
}

async function isMigrated({ db, dialect }: Connection): Promise<boolean> {
  return (await dialect.migrationsTable.execute(db)).rows.length > 0
}

async function apply(connection: Connection, migration: Migration): Promise<boolean> {
  const { db, dialect } = connection
  await takeGuard(db, 'migrations')
  const done = await appliedTo(db)
  refuseNewer(dialect, done)
  if (done.includes(migration.name)) return false
  const views = Object.entries(migration.views).map(([name, select]) => dialect.createView(name, select))
  const search = migration.searchesUsers ? dialect.searchIndex : []
  await run(connection, [...migration.tables.flatMap(dialect.create), ...views, ...search])
  for (const guard of migration.guards) await addGuard(connection, guard)
  await db.insertInto('migrations').values({ name: migration.name }).execute()
  return true
}

async function run({ db }: Connection, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

async function addGuard({ db, dialect }: Connection, name: GuardsTable['name']): Promise<void> {
  await dialect.unlessThere(db.insertInto('guards').values({ name, taken: 0 })).execute()
}

/** Keeps every other transaction that takes the same guard waiting; the first statement of its transaction. */
export async function takeGuard(db: Kysely<Tables>, name: GuardsTable['name']): Promise<void> {
  await db
    .updateTable('guards')
    .set((row) => ({ taken: row('taken', '+', 1) }))
    .where('name', '=', name)
    .execute()
}

async function appliedTo(db: Kysely<Tables>): Promise<string[]> {
  return (await db.selectFrom('migrations').select('name').execute()).map((row) => row.name)
}

function refuseNewer({ name: adapter }: SqlDialect, done: readonly string[]): void {
  const unknown = done.find((name) => !MIGRATIONS.some((migration) => migration.name === name))
  if (unknown === undefined) return
  const message = `the schema is newer than this version of Rollcall (it has ${unknown}); update @rollcall/storage-sql`
  throw new StorageError(adapter, 'schema-newer', message)
}
