import { StorageError } from '@rollcall/core'
import type { Frequency, Run } from '../pooled-connection.ts'
import { type Client, PATIENCE, type Pool } from '../pooled-engine.ts'

/** What Rollcall needs of a pool: the part of `pg`'s interface that its replacements share. */
export interface PostgresPool {
  connect(): Promise<PostgresClient>
  query(statement: PostgresStatement): Promise<PostgresResult>
  end(): Promise<unknown>
  /** `error`: a connection that nobody uses broke. `connect`: there is a new one. */
  on?(event: 'error' | 'connect', listener: (subject: Pick<PostgresClient, 'on'>) => void): unknown
}

export interface PostgresClient {
  query(statement: PostgresStatement): Promise<PostgresResult>
  release(broken?: boolean): void
  /** `error`: it broke. */
  on?(event: 'error', listener: () => void): unknown
}

export interface PostgresStatement {
  /** Prepared once per connection under that name. */
  readonly name?: string | undefined
  readonly text: string
  readonly values?: unknown[]
}

export interface PostgresResult {
  readonly rows: unknown[]
  readonly rowCount: number | null
  readonly command: string
}

/** What a pool is opened with; `pg` takes it as it is. */
export interface PostgresPoolConfig {
  readonly connectionString?: string
  readonly max: number
  readonly connectionTimeoutMillis: number
  /** Settings of every connection: the schema. */
  readonly options: string
  /** How values become JavaScript's: `bigint` a number, since instants and counts stay far below 2^53. */
  readonly types: { getTypeParser(oid: number): (text: string) => unknown }
}

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`. Absent: what `PGHOST`, `PGUSER` … say. */
  readonly connectionString?: string
  /** The schema of the tables, `rollcall` by default; `migrate()` makes it. */
  readonly schema?: string
  /** Connections at most, 10 by default, at least 2: one is left for reads. */
  readonly connections?: number
  /** Opens the pool; without it the package `pg` is used. */
  readonly open?: (config: PostgresPoolConfig) => PostgresPool
}

/** Numbers of the types that become numbers in JavaScript: `bigint`, `smallint`, `integer`. Everything else is text. */
const NUMBERS = [20, 21, 23]

// No statement waits longer for a lock than that; what is fleeting does not wait for the disk.
const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = ${PATIENCE}`
const BEGIN_FLEETING = `${BEGIN}; SET LOCAL synchronous_commit = off`

export async function openPostgres(
  options: PostgresOptions & { readonly schema: string; readonly connections: number },
): Promise<Pool> {
  const { connectionString, schema, connections, open = await pg() } = options
  const pool = open({
    ...(connectionString !== undefined && { connectionString }),
    max: connections,
    connectionTimeoutMillis: PATIENCE,
    options: `-c search_path=${schema}`,
    types: { getTypeParser: (oid) => (NUMBERS.includes(oid) ? Number : String) },
  })
  // Whoever uses a connection that breaks is told by its answers; without a listener the process would end.
  pool.on?.('error', () => {})
  pool.on?.('connect', (client) => client.on?.('error', () => {}))
  const nameOf = naming()
  const runOn =
    (on: Pick<PostgresClient, 'query'>): Run =>
    async ({ sql, parameters }, frequency) => {
      const text = { text: sql, values: [...parameters] }
      const { rows, rowCount } = await on.query({ ...text, name: nameOf(sql, frequency) })
      return { rows, changed: rowCount ?? 0 }
    }
  return {
    run: runOn(pool),
    async connect() {
      const client = await pool.connect()
      return {
        run: runOn(client),
        async begin(kept) {
          await client.query({ text: kept === 'fleeting' ? BEGIN_FLEETING : BEGIN })
        },
        async commit() {
          const { command } = await client.query({ text: 'COMMIT' })
          // A transaction in which something failed is not kept, and says so by this alone.
          if (command !== 'COMMIT') throw new TypeError('Rollcall: a failed statement was passed over')
        },
        async rollback() {
          await client.query({ text: 'ROLLBACK' })
        },
        release: (broken) => client.release(broken),
      } satisfies Client
    },
    async close() {
      await pool.end()
    },
  }
}

/** The server keeps what is prepared as long as the connection lives; filters make many texts. */
const RECURRING = 128

/** Names for prepared statements, the same for the same text; none for what is met seldom. */
function naming(): (text: string, frequency: Frequency) => string | undefined {
  const names = new Map<string, string>()
  let recurring = 0
  return (text, frequency) => {
    const known = names.get(text)
    if (known !== undefined || frequency === 'rare') return known
    if (frequency === 'recurring') {
      if (recurring === RECURRING) return undefined
      recurring += 1
    }
    const name = `rollcall_${names.size + 1}`
    names.set(text, name)
    return name
  }
}

async function pg(): Promise<(config: PostgresPoolConfig) => PostgresPool> {
  try {
    const { Pool } = await import('pg')
    return (config) => new Pool(config)
  } catch (error) {
    const message = 'the package pg is missing; run `npm install pg`, or pass `open`'
    throw new StorageError('PostgreSQL', 'unavailable', message, { cause: error })
  }
}
