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
  /**
   * The engine plans anew for whatever is asked for, and reads whom it counts: counted by a statement of its own, unless
   * most people are of it, and no further than whether there are few.
   */
  readonly apart?: boolean
  /** Which sources have them all, where that is more than this one. */
  readonly common?: readonly Source[]
}

export function fromUsers(holds: RawBuilder<SqlBool>): Source {
  const ids = sql`SELECT users.id AS user_id FROM users WHERE ${holds}`
  return { ids, key: 'user_id', rows: { table: 'users', holds } }
}

export function fromStates(holds: RawBuilder<SqlBool>): Source {
  const ids = sql`SELECT user_states.user_id FROM user_states WHERE ${holds}`
  return { ids, key: 'user_id', rows: { table: 'user_states', holds } }
}

/** Those whom all of some sources have, compared by their ids before anybody is looked at. */
export function commonTo(source: Source, others: readonly Source[]): Source {
  const same = others.filter(({ key }) => key === 'user_id' && source.key === 'user_id')
  if (same.length === 0) return source
  const each = same.map(({ ids }) => sql`user_id IN (SELECT user_id FROM (${ids}) AS others)`)
  const ids = sql`SELECT user_id FROM (${source.ids}) AS ids WHERE ${sql.join(each, sql` AND `)}`
  return { ids, key: 'user_id', common: [source, ...same] }
}

/** People at most who are rather looked at one by one and sorted than met on a walk through everybody. */
export const FEW = 500

export interface Smallest {
  readonly source: Source
  /** Those that have no more than asked for either. */
  readonly others: readonly Source[]
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

/** How far it is counted at most. */
function furthest({ apart }: Source, atMost: number): number {
  return apart ? Math.min(FEW, atMost) : atMost
}

/** Some of a source: all, unless there are more. */
export function someOf({ ids }: Source, atMost: number): RawBuilder<unknown> {
  return sql`SELECT * FROM (${ids}) AS ids LIMIT ${sql.lit(atMost + 1)}`
}

export function sizesIn(db: Kysely<Tables>): Sizes {
  /** Infinite sizes are greater than the most that was counted. */
  const counts = new Map<Source, { readonly size: number; readonly atMost: number }>()
  const sizeOf = (source: Source) => source.size ?? counts.get(source)?.size ?? Number.POSITIVE_INFINITY

  function isOpen(source: Source, upTo: number): boolean {
    const { size, atMost } = counts.get(source) ?? { size: Number.POSITIVE_INFINITY, atMost: 0 }
    return source.size === undefined && size > atMost && furthest(source, upTo) > atMost
  }

  function learn(source: Source, size: number, atMost: number) {
    counts.set(source, { size: size > atMost ? Number.POSITIVE_INFINITY : size, atMost })
  }

  async function count(sources: readonly Source[], atMost: number) {
    const each = sources.map((source) => {
      return sql`SELECT count(*) AS size FROM (${someOf(source, furthest(source, atMost))}) AS few`
    })
    const { rows } = await sql<{ size: number }>`${sql.join(each, sql` UNION ALL `)}`.execute(db)
    for (const [index, source] of sources.entries()) learn(source, rows[index]?.size ?? 0, furthest(source, atMost))
  }

  return {
    unknown: (source) => isOpen(source, FEW),
    learn: (source, size) => learn(source, size, FEW),
    async smallest(sources, atMost = FEW) {
      const open = sources.some(({ size = atMost + 1 }) => size <= atMost)
        ? []
        : sources.filter((one) => isOpen(one, atMost))
      if (open.length > 0) await count(open, atMost)
      const [source, ...greater] = sources.toSorted((a, b) => sizeOf(a) - sizeOf(b))
      if (!source) return null
      const others = greater.filter((one) => sizeOf(one) <= atMost)
      return { source, others, few: sizeOf(source) <= atMost, none: sizeOf(source) === 0 }
    },
  }
}
