import { StorageError } from '@rollcall/core'
import { type Connection, type Engine, planner } from '../connection.ts'
import { assertSchema } from '../migrations/migrate.ts'
import { pooledConnection, type Run } from './pooled-connection.ts'
import type { SqlDialect } from './sql-dialect.ts'
import { Turns } from './turns.ts'

/** Milliseconds a call waits for other transactions before it is `busy`. */
export const PATIENCE = 10_000

/** Connections at most, unless the host says otherwise. */
export const CONNECTIONS = 10

/** Times a transaction is done again that somebody overtook between its looking and its writing. */
const OVERTAKEN = 5

/** A pool of connections to a database server. */
export interface Pool {
  connect(): Promise<Client>
  /** One statement, on any connection. */
  readonly run: Run
  close(): Promise<void>
}

/** One connection of a pool, for one transaction. */
export interface Client {
  readonly run: Run
  begin(kept: 'fleeting' | undefined): Promise<unknown>
  commit(): Promise<void>
  rollback(): Promise<void>
  /** Gives it back to the pool; a broken one is thrown away. */
  release(broken: boolean): void
}

/** A kind of database server, and how to reach one. */
export interface Server {
  readonly dialect: SqlDialect
  /** Connections at most. */
  readonly connections: number
  open(): Promise<Pool>
  meaningOf(error: unknown): Meaning
  /** Whether what changes the schema is part of a transaction. */
  readonly schemaInTransactions: boolean
  /** Runs `work` where the schema belongs, while nobody else does. */
  migrating<T>(connection: Connection, work: (connection: Connection) => Promise<T>): Promise<T>
}

/**
 * What an error means. `again`: a deadlock or serialization failure, the transaction may be done again. `overtaken`: what
 * was not there a moment ago is there now, or the other way round; done again, the transaction sees so.
 */
export type Meaning = 'again' | 'overtaken' | StorageError | null

type Work<T> = (connection: Connection) => Promise<T>

/** An engine over a database server whose transactions overlap. */
export function pooledEngine(server: Server): Engine {
  const { dialect, meaningOf } = server
  const planOf = planner(dialect)
  // One connection is left for reads, so that they wait for no transaction.
  const turns = new Turns(Math.max(1, server.connections - 1))
  let pool: Promise<Pool> | undefined
  /** Set once the schema has been found right. */
  let ready: Pool | undefined
  let closed = false

  const opened = async (): Promise<Pool> => {
    if (closed) throw new StorageError(dialect.name, 'unavailable', 'the storage is closed')
    pool ??= server.open()
    return pool
  }

  async function checked(): Promise<Pool> {
    if (ready) return ready
    const found = await opened()
    await assertSchema(readerOf(async () => found))
    ready = closed ? undefined : found
    return found
  }

  const readerOf = (from: () => Promise<Pool>): Connection =>
    pooledConnection(dialect, planOf, async (statement, frequency) => {
      const { run } = await from()
      return run(statement, frequency).catch((error) => {
        throw promised(error)
      })
    })

  /** The error as the port promises it: faults of the database as `StorageError`, everything else as it is. */
  function promised(error: unknown): unknown {
    const meaning = meaningOf(error)
    if (meaning === 'again') return busy('the database was busy through all retries', error)
    return meaning instanceof StorageError ? meaning : error
  }

  function busy(message: string, cause?: unknown): StorageError {
    return new StorageError(dialect.name, 'busy', message, { cause })
  }

  /** Runs `work` on one connection, which nobody has before or after. */
  async function onClient<T>(from: Pool, work: (client: Client, connection: Connection) => Promise<T>): Promise<T> {
    const client = await from.connect()
    let over = false
    let broken = true
    const connection = pooledConnection(dialect, planOf, async (statement, frequency) => {
      if (over) throw new TypeError('Rollcall: this transaction is over; await everything inside of it')
      return client.run(statement, frequency)
    })
    try {
      const answer = await work(client, connection)
      broken = false
      return answer
    } catch (error) {
      over = true
      await client.rollback().then(
        () => (broken = false),
        () => undefined,
      )
      throw error
    } finally {
      over = true
      client.release(broken)
    }
  }

  const once = <T>(from: Pool, work: Work<T>, kept: 'fleeting' | undefined) =>
    onClient(from, async (client, connection) => {
      await client.begin(kept)
      const answer = await work(connection)
      await client.commit()
      return answer
    })

  async function untilFree<T>(attempt: () => Promise<T>): Promise<T> {
    await turns.take(PATIENCE, () => busy('all connections stayed taken; is a transaction nested in another?'))
    const start = performance.now()
    let overtaken = 0
    try {
      for (let longest = 2; ; longest = Math.min(longest * 2, 64)) {
        try {
          return await attempt()
        } catch (error) {
          const meaning = meaningOf(error)
          if (meaning === 'overtaken') overtaken += 1
          const again = meaning === 'again' || (meaning === 'overtaken' && overtaken < OVERTAKEN)
          if (!again || performance.now() - start > PATIENCE) throw promised(error)
          // With jitter, so that those who met do not meet again.
          await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
        }
      }
    } finally {
      turns.pass()
    }
  }

  return {
    reader: readerOf(checked),
    async transaction(work, kept) {
      const from = await checked()
      return untilFree(() => once(from, work, kept))
    },
    async transactionOnAnySchema(work) {
      const from = await opened()
      const migrating = <T>(connection: Connection, inside: Work<T>) => server.migrating(connection, inside)
      return untilFree(() =>
        server.schemaInTransactions
          ? once(from, (connection) => migrating(connection, work), undefined)
          : onClient(from, (_, connection) => migrating(connection, work)),
      )
    },
    check: () => assertSchema(readerOf(opened)),
    async close() {
      closed = true
      ready = undefined
      const open = await pool?.catch(() => undefined)
      pool = undefined
      await open?.close()
    },
  }
}
