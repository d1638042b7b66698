import type { Connection, Engine } from '../../connection.ts'
import { assertSchema } from '../../migrations/migrate.ts'
import { Turns } from '../turns.ts'
import { dueTurn } from './loop-turn.ts'
import { type Access, sqliteConnection } from './sqlite-connection.ts'
import type { PreparingDatabase } from './sqlite-database.ts'
import { busy, faultOf, isBusy, unavailable } from './sqlite-faults.ts'
import { claimFile, type Files, openFiles, type SqliteOptions } from './sqlite-files.ts'

/** Milliseconds a call waits for other connections' transactions, in this process and in others, before it is `busy`. */
const PATIENCE = 10_000

/**
 * A SQLite file in WAL mode: one connection that writes, in turns, and one that reads what is committed, so that reads
 * wait for no transaction.
 */
export function sqliteEngine(options: SqliteOptions): Engine {
  const turns = new Turns(1)
  let files: Promise<Files> | undefined
  /** Set once the schema has been found right. */
  let ready: Files | undefined
  let closed = false

  async function opened(create: boolean): Promise<Files> {
    if (closed) throw unavailable('the storage is closed')
    claimFile(options.file, create)
    files ??= untilFree(() => openFiles(options), options.file)
    const opening = files
    try {
      return await opening
    } catch (error) {
      // The next call tries again, unless one does already.
      if (files === opening) files = undefined
      throw error
    }
  }

  async function checked(): Promise<Files> {
    if (ready) return ready
    const found = await opened(false)
    await assertSchema(readerOf(async () => found))
    ready = closed ? undefined : found
    return found
  }

  const readerOf = (from: () => Promise<Files>): Connection =>
    sqliteConnection(async (step) => {
      const { reader } = await from()
      const turn = dueTurn()
      if (turn) await turn
      return untilFree(() => step(reader), options.file)
    })

  async function transaction<T>(
    from: Promise<Files>,
    work: (connection: Connection) => Promise<T>,
    kept?: 'fleeting',
  ): Promise<T> {
    const { writer } = await from
    await turns.take(PATIENCE, () => busy(PATIENCE))
    try {
      return await untilFree(() => once(writer, work, kept), options.file)
    } finally {
      turns.pass()
    }
  }

  return {
    reader: readerOf(checked),
    transaction: (work, kept) => transaction(checked(), work, kept),
    transactionOnAnySchema: (work) => transaction(opened(true), work),
    check: async () => {
      await assertSchema(readerOf(() => opened(false)))
    },
    async close() {
      closed = true
      ready = undefined
      const open = await files?.catch(() => undefined)
      if (!open) return
      await turns.take(PATIENCE, () => busy(PATIENCE))
      files = undefined
      open.close()
      turns.pass()
    },
  }
}

/**
 * One attempt at a transaction. Takes the write lock first, so that nothing in it can be busy or stale later. Its commit
 * is synced, so that what was answered survives a power cut: an invitation whose mail is out, an ended session, a changed
 * password. (A killed process loses nothing either way.)
 */
async function once<T>(
  writer: PreparingDatabase,
  work: (connection: Connection) => Promise<T>,
  kept: 'fleeting' | undefined,
): Promise<T> {
  writer.syncCommits(kept !== 'fleeting')
  run(writer, 'BEGIN IMMEDIATE')
  let over = false
  const access: Access = async (step) => {
    const turn = dueTurn()
    if (turn) await turn
    if (over) throw new TypeError('Rollcall: this transaction is over; await everything inside of it')
    return step(writer)
  }
  try {
    const answer = await work(sqliteConnection(access))
    over = true
    run(writer, 'COMMIT')
    return answer
  } catch (error) {
    over = true
    rollBack(writer)
    throw error
  }
}

function rollBack(writer: PreparingDatabase): void {
  try {
    run(writer, 'ROLLBACK')
  } catch {
    // SQLite rolled back by itself, as it does when the disk is full or fails; the error that led here says so.
  }
}

function run(database: PreparingDatabase, sql: string): void {
  database.execute({ sql, parameters: [] })
}

/**
 * Tries until no other process is in the way. SQLite's own waiting would hold up this process's event loop, so the
 * waiting is done here: short at first, as most transactions are, and with jitter, so that processes do not knock in step.
 */
async function untilFree<T>(step: () => T | Promise<T>, file: string): Promise<T> {
  let start: number | undefined
  for (let longest = 1; ; longest = Math.min(longest * 2, 16)) {
    try {
      return await step()
    } catch (error) {
      if (!isBusy(error)) throw faultOf(error, file)
      start ??= performance.now()
      if (performance.now() - start > PATIENCE) throw busy(PATIENCE, error)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
    }
  }
}
