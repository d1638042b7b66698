import { StorageError } from '@rollcall/core'
import { type RawBuilder, sql } from 'kysely'
import type { Engine } from '../../connection.ts'
import { CONNECTIONS, PATIENCE, pooledEngine } from '../pooled-engine.ts'
import { mariadbDialect } from './mariadb-dialect.ts'
import { meaningOf } from './mariadb-faults.ts'
import { type MariadbOptions, openMariadb } from './mariadb-pool.ts'

/** One migrates at a time, in each database of a server. */
const LOCK: RawBuilder<string> = sql`concat('rollcall ', left(database(), 50))`

/** A MariaDB database. */
export function mariadbEngine({ uri, connections = CONNECTIONS }: MariadbOptions): Engine {
  return pooledEngine({
    dialect: mariadbDialect,
    connections,
    open: () => openMariadb(uri, connections),
    meaningOf,
    schemaInTransactions: false,
    async migrating(connection, work) {
      const taking = sql<{ taken: number }>`SELECT get_lock(${LOCK}, ${sql.lit(PATIENCE / 1000)}) AS taken`
      const { rows } = await taking.execute(connection.db)
      if (rows[0]?.taken !== 1) throw new StorageError('MariaDB', 'busy', 'another process is migrating for long')
      try {
        return await work(connection)
      } finally {
        await sql`SELECT release_lock(${LOCK})`.execute(connection.db)
      }
    },
  })
}
