import { accessSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { StorageError } from '@rollcall/core'
import { PreparingDatabase, type SqliteDatabase } from './sqlite-database.ts'
import { RIGHTS, unavailable } from './sqlite-faults.ts'

export interface SqliteOptions {
  /** Path of the database file. Its directory must exist; a new file is readable by its owner alone. */
  readonly file: string
  /** Opens a database with better-sqlite3's interface; without it the package `libsql` is used. */
  readonly open?: (file: string) => SqliteDatabase
}

/** The two connections to one file. */
export interface Files {
  readonly writer: PreparingDatabase
  readonly reader: PreparingDatabase
  close(): void
}

/**
 * WAL lets reads go on while somebody writes. SQLite's own waiting stops the event loop: the engine waits instead.
 * `synchronous` is set for each transaction, see `syncCommits`.
 */
/** Pages a connection keeps, in KiB below 0: SQLite's own 2 MiB hold a hundredth of a big directory. */
const CACHE = 'cache_size = -32768'
/** Pages of the log before a commit copies them into the file: at SQLite's own 1,000, each chunk of an import would. */
const CHECKPOINT = 'wal_autocheckpoint = 8192'
const WRITER = ['busy_timeout = 0', CACHE, CHECKPOINT, 'journal_mode = WAL', 'foreign_keys = ON']
const READER = ['busy_timeout = 0', CACHE, 'query_only = ON']

/**
 * Sees to it that there is a file, made when `create`, and says why one cannot be used: drivers only say that. It never
 * opens an existing file: closing it would drop the locks that other connections of this process hold on it.
 */
export function claimFile(file: string, create: boolean): void {
  if (file === '' || file === ':memory:') throw new TypeError('Rollcall: a SQLite storage needs a file')
  const path = resolve(file)
  try {
    if (create && !existsSync(path)) closeSync(openSync(path, 'wx', 0o600))
    accessSync(path, constants.R_OK | constants.W_OK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return
    if (code !== 'ENOENT') {
      throw unavailable(`${path} cannot be used (${code}); ${RIGHTS}`, error)
    }
    if (!existsSync(dirname(path))) throw unavailable(`the directory ${dirname(path)} does not exist; create it`, error)
    throw new StorageError('SQLite', 'schema-outdated', `there is no database ${path} yet; run \`rollcall migrate\``)
  }
  if (statSync(path).isDirectory()) throw unavailable(`${path} is a directory; name a file in it`)
}

/** Opens a claimed file; throws what stands in the way. */
export async function openFiles({ file, open }: SqliteOptions): Promise<Files> {
  const path = resolve(file)
  const connect = open ?? (await libsql())
  const opened: SqliteDatabase[] = []
  const connection = (pragmas: readonly string[]) => {
    const database = connected(connect, path)
    opened.push(database)
    for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`)
    return new PreparingDatabase(database)
  }
  try {
    const writer = connection(WRITER)
    const reader = connection(READER)
    const close = () => {
      reader.close()
      try {
        // SQLite does so when the last connection goes, but drivers keep one until its statements are collected.
        writer.execute({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)', parameters: [] })
      } finally {
        writer.close()
      }
    }
    return { writer, reader, close }
  } catch (error) {
    for (const database of opened) database.close()
    throw error
  }
}

function connected(connect: (file: string) => SqliteDatabase, path: string): SqliteDatabase {
  try {
    return connect(path)
  } catch (error) {
    throw unavailable(`${path} cannot be opened; ${RIGHTS}`, error)
  }
}

async function libsql(): Promise<(file: string) => SqliteDatabase> {
  try {
    const { default: Database } = await import('libsql')
    return (file) => new Database(file)
  } catch (error) {
    throw unavailable('the package libsql is missing; run `npm install libsql`, or pass `open`', error)
  }
}
