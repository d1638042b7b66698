import { StorageError } from '@rollcall/core'

const ADAPTER = 'SQLite'

export const RIGHTS = 'give this process the right to read and write the file and its directory'

/** What stands in the way, by SQLite's primary result code, and what to do. */
const UNAVAILABLE: Readonly<Record<string, string>> = {
  SQLITE_CANTOPEN: `cannot be opened; ${RIGHTS}`,
  SQLITE_READONLY: `is read-only; ${RIGHTS}`,
  SQLITE_PERM: `may not be opened; ${RIGHTS}`,
  SQLITE_AUTH: 'may not be used by this process',
  SQLITE_FULL: 'cannot grow, the disk is full; make room',
  SQLITE_IOERR: 'could not be read or written; check the disk, and that the file is not on a network share',
  SQLITE_NOLFS: 'is too large for this file system',
  SQLITE_CORRUPT: 'is damaged; restore it from a backup',
  SQLITE_NOTADB: 'is not a SQLite database, or damaged; check the path or restore it from a backup',
}

/** Whether another connection was in the way and the same step may be tried again. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))
}

export function unavailable(what: string, cause?: unknown): StorageError {
  return new StorageError(ADAPTER, 'unavailable', what, { cause })
}

export function busy(waited: number, cause?: unknown): StorageError {
  const message = `the database stayed busy for ${waited / 1000} s; is another program holding it, or is a transaction nested in another?`
  return new StorageError(ADAPTER, 'busy', message, { cause })
}

/** The error as the port promises it: faults of the database as `StorageError`, everything else as it is. */
export function faultOf(error: unknown, file: string): unknown {
  const primary = /^SQLITE_[A-Z]+/.exec(codeOf(error))?.[0]
  const what = primary === undefined ? undefined : UNAVAILABLE[primary]
  return what === undefined ? error : unavailable(`${file} ${what}`, error)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
