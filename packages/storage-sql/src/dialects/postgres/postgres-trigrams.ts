import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../tables.ts'

/** The schema of the extension that knows parts of words, `pg_trgm`; null where it is not installed. */
export async function schemaOfTrigrams(db: Kysely<Tables>): Promise<string | null> {
  const { rows } = await sql<{ schema: string }>`SELECT nspname AS schema FROM pg_extension
    JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'pg_trgm'`.execute(db)
  return rows[0]?.schema ?? null
}

/** It goes by the database's `LC_CTYPE`; under `C` nothing beyond a to z is a letter to it, and its index of no use. */
export async function warnings(db: Kysely<Tables>): Promise<string[]> {
  const schema = await schemaOfTrigrams(db)
  if (schema === null) return []
  const parts = sql.id(schema, 'show_trgm')
  const { rows } = await sql<{ known: number }>`SELECT cardinality(${parts}('ж')) AS known`.execute(db)
  if (rows[0]?.known !== 0) return []
  return [
    "Searches for letters beyond a to z read everybody: the database's LC_CTYPE does not know them. Copy it to one that " +
      "does with `rollcall copy`: CREATE DATABASE … TEMPLATE template0 LC_CTYPE 'C.UTF-8', or another UTF-8 locale.",
  ]
}
