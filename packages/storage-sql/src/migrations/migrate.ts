import { StorageError } from '@rollcall/core'
import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Connection, Engine } from '../connection.ts'
import type { Tables } from '../tables.ts'
import { firstTables } from './0001-first-tables.ts'

/** One step of the schema; all of it happens or none. Never edited once released. */
export interface Migration {
  /** Number and words; sorts. */
  readonly name: string
  /** Statements in order. */
  readonly sqlite: readonly string[]
}

/** What a migration run did. */
export interface MigrationReport {
  /** Names of the migrations this run applied, in order; empty when the schema was up to date. */
  readonly applied: readonly string[]
}

const MIGRATIONS: readonly Migration[] = [firstTables]

/**
 * Brings the schema up to this code. Any number of processes may do so at once: each migration is one transaction that
 * takes the guard row first, and what somebody else did meanwhile is skipped. A run that died is finished by the next.
 */
export async function migrate(engine: Engine): Promise<MigrationReport> {
  await engine.transactionOnAnySchema(async ({ db }) => {
    await db.schema.createTable('migrations').ifNotExists().addColumn('name', 'text', asKey).execute()
    const guards = db.schema.createTable('guards').ifNotExists().addColumn('name', 'text', asKey)
    await guards.addColumn('taken', 'integer', (column) => column.notNull()).execute()
    const ours = { name: 'migrations', taken: 0 } as const
    await db
      .insertInto('guards')
      .values(ours)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
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
export async function assertSchema(adapter: string, db: Kysely<Tables>): Promise<void> {
  const tables = await db.introspection.getTables()
  const done = tables.some((table) => table.name === 'migrations') ? await appliedTo(db) : []
  refuseNewer(adapter, done)
  if (done.length < MIGRATIONS.length) {
    const what = done.length === 0 ? 'holds no schema yet' : 'has an older schema'
    throw new StorageError(adapter, 'schema-outdated', `the database ${what}; run \`rollcall migrate\``)
  }
}

async function apply({ db }: Connection, migration: Migration): Promise<boolean> {
  await takeGuard(db, 'migrations')
  const done = await appliedTo(db)
  refuseNewer('SQL', done)
  if (done.includes(migration.name)) return false
  for (const statement of migration.sqlite) await sql.raw(statement).execute(db)
  await db.insertInto('migrations').values({ name: migration.name }).execute()
  return true
}

/** Keeps every other transaction that takes the same guard waiting; the first statement of its transaction. */
export async function takeGuard(db: Kysely<Tables>, name: 'administrators' | 'migrations'): Promise<void> {
  await db
    .updateTable('guards')
    .set((row) => ({ taken: row('taken', '+', 1) }))
    .where('name', '=', name)
    .execute()
}

const asKey = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull()

async function appliedTo(db: Kysely<Tables>): Promise<string[]> {
  return (await db.selectFrom('migrations').select('name').execute()).map((row) => row.name)
}

function refuseNewer(adapter: string, done: readonly string[]): void {
  const unknown = done.find((name) => !MIGRATIONS.some((migration) => migration.name === name))
  if (unknown === undefined) return
  const message = `the schema is newer than this version of Rollcall (it has ${unknown}); update @rollcall/storage-sql`
  throw new StorageError(adapter, 'schema-newer', message)
}
