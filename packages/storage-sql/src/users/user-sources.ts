import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** People among whom all are that some condition lets through, by way of an index; some may be there twice. */
export interface Source {
  readonly ids: RawBuilder<unknown>
  /** Which of theirs the ids are. */
  readonly key: 'user_id' | 'number'
  /** The same as rows of one table, where a condition on it alone chooses them. */
  readonly rows?: { readonly table: 'users' | 'user_states'; readonly holds: RawBuilder<SqlBool> }
  /** How many there are, where that is known without looking; infinite where a look takes long unless they are few. */
  readonly size?: number
  /** The engine plans anew for whatever is asked for: counted by a statement of its own, unless most people are of it. */
  readonly apart?: boolean
}

export function fromUsers(holds: RawBuilder<SqlBool>): Source {
  const ids = sql`SELECT users.id AS user_id FROM users WHERE ${holds}`
  return { ids, key: 'user_id', rows: { table: 'users', holds } }
}

export function fromStates(holds: RawBuilder<SqlBool>): Source {
  const ids = sql`SELECT user_states.user_id FROM user_states WHERE ${holds}`
  return { ids, key: 'user_id', rows: { table: 'user_states', holds } }
}

/** People at most who are rather looked at one by one and sorted than met on a walk through everybody. */
export const FEW = 500

interface Smallest {
  readonly source: Source
  /** Whether it has as many as asked for, or fewer. */
  readonly few: boolean
  readonly none: boolean
}

/** How many there are of sources, each counted no further than it matters. */
export interface Sizes {
  /** Whether nobody has counted it yet. */
  unknown(source: Source): boolean
  /** Says what somebody else counted, up to one more than `FEW`. */
  learn(source: Source, size: number): void
  /** The smallest, which is not to be told from others where all have more than `atMost`. */
  smallest(sources: readonly Source[], atMost?: number): Promise<Smallest | null>
}

/** Some of a source: all, unless there are more. */
export function someOf({ ids }: Source, atMost: number): RawBuilder<unknown> {
  return sql`SELECT * FROM (${ids}) AS ids LIMIT ${sql.lit(atMost + 1)}`
}

export function sizesIn(db: Kysely<Tables>): Sizes {
  const counts = new Map<Source, { readonly size: number; readonly atMost: number }>()
  const sizeOf = (source: Source) => source.size ?? counts.get(source)?.size ?? Number.POSITIVE_INFINITY

  function isOpen(source: Source, upTo: number): boolean {
    const { size, atMost } = counts.get(source) ?? { size: 1, atMost: 0 }
    return source.size === undefined && size > atMost && upTo > atMost
  }

  async function count(sources: readonly Source[], atMost: number) {
    const each = sources.map((source) => sql`SELECT count(*) AS size FROM (${someOf(source, atMost)}) AS few`)
    const { rows } = await sql<{ size: number }>`${sql.join(each, sql` UNION ALL `)}`.execute(db)
    for (const [index, source] of sources.entries()) counts.set(source, { size: rows[index]?.size ?? 0, atMost })
  }

  return {
    unknown: (source) => isOpen(source, FEW),
    learn: (source, size) => counts.set(source, { size, atMost: FEW }),
    async smallest(sources, atMost = FEW) {
      const open = sources.some(({ size = atMost + 1 }) => size <= atMost)
        ? []
        : sources.filter((one) => isOpen(one, atMost))
      if (open.length > 0) await count(open, atMost)
      const [source] = sources.toSorted((a, b) => sizeOf(a) - sizeOf(b))
      return source ? { source, few: sizeOf(source) <= atMost, none: sizeOf(source) === 0 } : null
    },
  }
}
