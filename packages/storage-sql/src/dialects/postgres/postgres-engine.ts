import { sql } from 'kysely'
import type { Engine } from '../../connection.ts'
import { CONNECTIONS, pooledEngine } from '../pooled-engine.ts'
import { postgresDialect } from './postgres-dialect.ts'
import { meaningOf } from './postgres-faults.ts'
import { openPostgres, type PostgresOptions } from './postgres-pool.ts'
import { schemaOfTrigrams } from './postgres-trigrams.ts'

/** A schema of a PostgreSQL database, or of one that speaks its protocol. */
export function postgresEngine(options: PostgresOptions): Engine {
  const { schema = 'rollcall', connections = CONNECTIONS } = options
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new TypeError(`Rollcall: ${schema} is no name for a schema; use small letters, digits and _`)
  }
  const ours = sql.id(schema)
  const present = sql`SELECT 1 FROM pg_namespace WHERE nspname = ${schema}`
  return pooledEngine({
    dialect: postgresDialect,
    connections,
    open: () => openPostgres({ ...options, schema, connections }),
    meaningOf,
    schemaInTransactions: true,
    async migrating(connection, work) {
      const { db } = connection
      if ((await present.execute(db)).rows.length === 0) await sql`CREATE SCHEMA ${ours}`.execute(db)
      const found = await schemaOfTrigrams(db)
      if (found === null) await sql`CREATE EXTENSION pg_trgm SCHEMA ${ours}`.execute(db)
      // Its operators are named while the index is made, wherever in the database they are.
      await sql`SET LOCAL search_path = ${ours}, ${found === null ? ours : sql.id(found)}`.execute(db)
      return work(connection)
    },
  })
}
