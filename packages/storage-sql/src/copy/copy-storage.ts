import { sql } from 'kysely'
import type { Connection } from '../connection.ts'
import { TABLES, takeGuard } from '../migrations/migrate.ts'
import { engineOf, type SqlStorage } from '../sql-storage.ts'
import { type Contents, copyRows, readRows } from './copy-rows.ts'

export interface CopyOptions {
  /** Called after each page of rows, while the target's transaction is open. */
  onProgress?(progress: CopyProgress): void
}

/** How far a copy is. */
export interface CopyProgress {
  /** `copying`: source to target; `verifying`: both are read once more. */
  readonly step: 'copying' | 'verifying'
  readonly table: string
  /** Rows of this step so far, all tables together. */
  readonly done: number
  /** Rows the step will have; the source may hold more by now. */
  readonly of: number
}

/** A table that is the same in both databases. */
export interface CopiedTable extends Contents {
  readonly table: string
}

/** What was copied and verified. */
export interface CopyReport {
  readonly tables: readonly CopiedTable[]
}

/**
 * Why a copy was refused. `target-not-empty`: the target holds rows already. `source-moved`: the source changed meanwhile.
 * `copy-differs`: the target answers other bytes than it was given.
 */
export type CopyFault = 'target-not-empty' | 'source-moved' | 'copy-differs'

/** Nothing was copied; the target is as empty as before. */
export class CopyError extends Error {
  readonly fault: CopyFault

  constructor(fault: CopyFault, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'CopyError'
    this.fault = fault
  }
}

/**
 * Copies everything from one database to another, of the same engine or not: every row as it is, ids, hashes, sessions and
 * the audit included. The target has to be empty, and is migrated where it has no schema yet. Nothing may write to the source meanwhile.
 *
 * The target is written in one transaction: whatever refuses or kills it leaves the target without a row, and it can be
 * run again. Before the end both databases are read a second time, and every table has to have the bytes that were read
 * first. Rejects with a `CopyError`, or a `StorageError` where a database fails.
 */
export async function copyStorage(from: SqlStorage, to: SqlStorage, options: CopyOptions = {}): Promise<CopyReport> {
  const source = engineOf(from)
  const target = engineOf(to)
  await source.check()
  await to.migrate()
  return target.transaction(async (writing) => {
    // A second copy into the same database waits here.
    await takeGuard(writing.db, 'administrators')
    await assertEmpty(writing)
    const total = await countRows(source.reader)
    const following = (step: CopyProgress['step'], of: number) => {
      let done = 0
      return (table: string) => (rows: number) => {
        done += rows
        options.onProgress?.({ step, table, done, of })
      }
    }
    const copying = following('copying', total)
    const first = new Map<string, Contents>()
    for (const table of TABLES) {
      first.set(table.name, await copyRows(source.reader, writing, table, copying(table.name)).catch(explained))
    }
    const verifying = following('verifying', 2 * total)
    const tables: CopiedTable[] = []
    for (const table of TABLES) {
      const tick = verifying(table.name)
      const [again, copied] = await Promise.all([readRows(source.reader, table, tick), readRows(writing, table, tick)])
      const { digest } = first.get(table.name) as Contents
      if (again.digest !== digest) throw moved()
      if (copied.digest !== digest) {
        throw new CopyError('copy-differs', `the table ${table.name} did not arrive as it was; nothing was kept`)
      }
      tables.push({ table: table.name, ...copied })
    }
    return { tables }
  })
}

async function assertEmpty({ db }: Connection): Promise<void> {
  for (const { name } of TABLES) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(name)} LIMIT 1`.execute(db)
    if (rows.length === 0) continue
    const advice = 'name an empty database, or one that is not there yet'
    throw new CopyError('target-not-empty', `the target is not empty (it has ${name}); ${advice}`)
  }
}

async function countRows({ db }: Connection): Promise<number> {
  let total = 0
  for (const { name } of TABLES) {
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(name)}`.execute(db)
    total += rows[0]?.count ?? 0
  }
  return total
}

function moved(cause?: unknown): CopyError {
  const message = 'the source moved while it was copied; stop the processes that write and run it again'
  return new CopyError('source-moved', message, { cause })
}

/** Both databases have the same keys: where rows break one together, they were not there together. */
function explained(error: unknown): never {
  const { code = '', sqlState = '' } = error as { readonly code?: unknown; readonly sqlState?: unknown }
  const breaksKey = /^(?:23\d{3}|SQLITE_CONSTRAINT.*)$/.test(String(code)) || /^23\d{3}$/.test(String(sqlState))
  throw breaksKey ? moved(error) : error
}
