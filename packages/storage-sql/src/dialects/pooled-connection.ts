import type { CompiledQuery, RawBuilder } from 'kysely'
import { type Connection, type Hot, kyselyOver, type Plan, type planner, type Values } from '../connection.ts'
import type { SqlDialect } from './sql-dialect.ts'

/** What one statement did. */
export interface Done {
  readonly rows: readonly unknown[]
  readonly changed: number
}

/** How often a text is met: `hot` ones are prepared once per connection of the pool, `recurring` ones while they are few. */
export type Frequency = 'hot' | 'recurring' | 'rare'

/** Runs a statement. */
export type Run = (statement: Pick<CompiledQuery, 'sql' | 'parameters'>, frequency: Frequency) => Promise<Done>

/** A connection whose every statement goes through `run`. */
export function pooledConnection(dialect: SqlDialect, planOf: ReturnType<typeof planner>, run: Run): Connection {
  const prepared = <Slots extends Values>(query: Hot<Slots, unknown>, values: Slots) => {
    const plan: Plan = planOf(query)
    return run({ sql: plan.sql, parameters: plan.parameters(values) }, 'hot')
  }
  const db = kyselyOver(dialect, async (query) => {
    const { rows, changed } = await run(query, 'rare')
    return { rows: [...rows], numAffectedRows: BigInt(changed) }
  })
  return {
    dialect,
    db,
    first: async <Slots extends Values, Row>(query: Hot<Slots, Row>, values: Slots) =>
      (await prepared(query, values)).rows[0] as Row | undefined,
    all: async <Slots extends Values, Row>(query: Hot<Slots, Row>, values: Slots) =>
      (await prepared(query, values)).rows as Row[],
    recurring: async <Row>(query: RawBuilder<Row>) =>
      (await run(query.compile(db), 'recurring')).rows as readonly Row[],
    change: async (query, values) => (await prepared(query, values)).changed,
  }
}
