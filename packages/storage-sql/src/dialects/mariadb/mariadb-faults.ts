import { StorageError } from '@rollcall/core'
import type { Meaning } from '../pooled-engine.ts'

const ADAPTER = 'MariaDB'

/** Error numbers of the server, and what to do. */
const UNAVAILABLE: Readonly<Record<number, string>> = {
  1021: 'the disk is full; make room',
  1040: 'the server is out of connections',
  1044: 'the user may not use this database; grant it',
  1045: 'the server refused to let this user in; check the connection string',
  1049: 'the database does not exist; create it',
  1053: 'the server is stopping',
  1114: 'the server is out of space; make room',
  1142: 'the user may not do this; grant all privileges on the database',
  1290: 'the server is read-only; connect to the primary',
  1792: 'the server is read-only; connect to the primary',
  1836: 'the server is read-only; connect to the primary',
  1927: 'the connection was ended by the server',
}

/** A deadlock; a row that changed under a snapshot. */
const AGAIN = [1213, 1020]

/** Unique and foreign keys. */
const OVERTAKEN = [1062, 1451, 1452]

const LOCK_WAIT = 1205

/** What the driver says once a connection is gone. */
const GONE = /^PROTOCOL_|^E[A-Z]+$|^ER_SERVER_SHUTDOWN$/

export function meaningOf(error: unknown): Meaning {
  if (!(error instanceof Error)) return null
  const number = 'errno' in error ? Number(error.errno) : 0
  if (AGAIN.includes(number)) return 'again'
  if (OVERTAKEN.includes(number)) return 'overtaken'
  if (number === LOCK_WAIT) {
    const message = 'another transaction held what this one needs for too long'
    return new StorageError(ADAPTER, 'busy', message, { cause: error })
  }
  const known = UNAVAILABLE[number]
  if (known !== undefined) return new StorageError(ADAPTER, 'unavailable', known, { cause: error })
  const code = 'code' in error ? String(error.code) : ''
  if (!GONE.test(code) && !/closed/i.test(error.message)) return null
  const message = 'the server cannot be reached; check the connection string'
  return new StorageError(ADAPTER, 'unavailable', message, { cause: error })
}
