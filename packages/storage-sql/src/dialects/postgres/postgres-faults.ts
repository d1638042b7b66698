import { StorageError } from '@rollcall/core'
import type { Meaning } from '../pooled-engine.ts'

const ADAPTER = 'PostgreSQL'

/** What a SQLSTATE, or the beginning of one, says of the server, and what to do. */
const UNAVAILABLE: Readonly<Record<string, string>> = {
  '08': 'the connection broke',
  '25006': 'the database is read-only; connect to the primary',
  '28': 'the server refused to let this role in; check the connection string',
  '3D000': 'the database does not exist; create it',
  '42501': 'the role may not do this; make it the owner of the schema',
  '53': 'the server is out of connections, memory or disk',
  '57P': 'the server is starting or stopping',
  '58': 'the server failed',
  XX: 'the server is damaged or failed',
}

const AGAIN = ['40001', '40P01']

/** Unique and foreign keys; tables and schemas that somebody else makes at this moment. */
const OVERTAKEN = ['23505', '23503', '42P06', '42P07']

const BUSY = ['55P03', '57014']

/** What the driver says without a code once a connection is gone. */
const GONE = /terminated|timeout exceeded|not queryable|connection (?:error|ended)|client was closed/i

export function meaningOf(error: unknown): Meaning {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  if (AGAIN.includes(code)) return 'again'
  if (OVERTAKEN.includes(code)) return 'overtaken'
  if (BUSY.includes(code)) return busy(error)
  const what = UNAVAILABLE[code] ?? UNAVAILABLE[code.slice(0, 3)] ?? UNAVAILABLE[code.slice(0, 2)]
  if (what !== undefined && /^[0-9A-Z]{5}$/.test(code)) return unavailable(what, error)
  if (/^E[A-Z]+$/.test(code) || (code === '' && GONE.test(error.message))) {
    return unavailable('the server cannot be reached; check the connection string', error)
  }
  return null
}

function busy(cause: unknown): StorageError {
  return new StorageError(ADAPTER, 'busy', 'another transaction held what this one needs for too long', { cause })
}

function unavailable(what: string, cause: unknown): StorageError {
  return new StorageError(ADAPTER, 'unavailable', what, { cause })
}
