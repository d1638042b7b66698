import { StorageError } from '@rollcall/core'
import type { Pool as Driver, PoolConnection, PoolOptions, QueryResult } from 'mysql2/promise'
import type { Done, Run } from '../pooled-connection.ts'
import { type Client, PATIENCE, type Pool } from '../pooled-engine.ts'
import { COLLATION } from './mariadb-dialect.ts'

export interface MariadbOptions {
  /** `mysql://user:password@host:3306/database`. The database must exist; it holds Rollcall's tables alone. */
  readonly uri: string
  /** Connections at most, 10 by default, at least 2: one is left for reads. */
  readonly connections?: number
}

/** In force on every connection, whatever the server's own settings are. */
const SESSION = [
  `SET NAMES utf8mb4 COLLATE ${COLLATION}`,
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION innodb_lock_wait_timeout = ${PATIENCE / 1000}, group_concat_max_len = 16777216,
    sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
]

/** Filters make many texts. */
const PREPARED = 256

export async function openMariadb(uri: string, connections: number): Promise<Pool> {
  const pool = (await mysql2())({
    uri,
    connectionLimit: connections,
    connectTimeout: PATIENCE,
    maxPreparedStatements: PREPARED,
    charset: 'utf8mb4',
    // Sums are decimals there.
    decimalNumbers: true,
  })
  const ready = new WeakSet<object>()

  async function connected(): Promise<PoolConnection> {
    const client = await pool.getConnection()
    if (ready.has(client.connection)) return client
    try {
      for (const setting of SESSION) await client.query(setting)
    } catch (error) {
      client.destroy()
      throw error
    }
    ready.add(client.connection)
    return client
  }

  return {
    async run(statement) {
      const client = await connected()
      try {
        return await runOn(client)(statement, 'rare')
      } finally {
        client.release()
      }
    },
    async connect() {
      const client = await connected()
      return {
        run: runOn(client),
        begin: () => client.beginTransaction(),
        commit: () => client.commit(),
        rollback: () => client.rollback(),
        release: (broken) => (broken ? client.destroy() : client.release()),
      } satisfies Client
    },
    close: () => pool.end(),
  }
}

function runOn(client: PoolConnection): Run {
  return async ({ sql, parameters }) => {
    const values = [...parameters] as (string | number | null)[]
    // What changes the schema cannot always be prepared, and has no values.
    const [result] = await (values.length > 0
      ? client.execute<QueryResult>(sql, values)
      : client.query<QueryResult>(sql))
    return doneOf(result)
  }
}

function doneOf(result: QueryResult): Done {
  if (Array.isArray(result)) return { rows: result, changed: 0 }
  return { rows: [], changed: result.affectedRows }
}

async function mysql2(): Promise<(options: PoolOptions) => Driver> {
  try {
    return (await import('mysql2/promise')).createPool
  } catch (error) {
    const message = 'the package mysql2 is missing; run `npm install mysql2`'
    throw new StorageError('MariaDB', 'unavailable', message, { cause: error })
  }
}
