import type { AttemptRules, FailedSignIn, LockoutStore, ReserveOutcome } from '@rollcall/core'
import { type Compilable, sql, type UpdateQueryBuilder, type UpdateResult } from 'kysely'
import { type Connection, type Hot, hot, insertUnlessThere, type SlotsOf, type Values } from '../connection.ts'
import type { LockoutsTable, Tables } from '../tables.ts'
import { lockUser } from '../users/user-rows.ts'

/**
 * Exact counting of wrong passwords. Each decision is one guarded statement, so that it holds on engines that let
 * transactions overlap: whoever changes no row has lost and looks again.
 */
export function lockoutStore(connection: Connection): LockoutStore {
  const { db, dialect } = connection

  async function mirrorLock(key: string, lockedAt: number | null): Promise<void> {
    await connection.change(noteLock, { key, lockedAt })
  }

  /** The counter as a guarded update leaves it; undefined when the guard held it back. */
  async function moved<Slots extends Values & { key: string }>(
    update: Hot<Slots, LockoutsTable>,
    values: Slots,
  ): Promise<LockoutsTable | undefined> {
    if (dialect.returns) return connection.first(update, values)
    return (await connection.change(update, values)) > 0 ? connection.first(findCounter, values) : undefined
  }

  return {
    async reserve(key, rules) {
      const { now, lease, threshold } = rules
      for (;;) {
        const reserved = await moved(reserve, { key, now, until: now + lease, threshold })
        if (reserved) return { kind: 'reserved', reservation: { key, generation: reserved.generation } }
        const counter = await connection.first(findCounter, { key })
        if (!counter) {
          const first = { ...NO_GUESS, key, undecided: 1, undecided_until: now + lease, threshold, attempted_at: now }
          if (await insertUnlessThere(connection, 'lockouts', first)) {
            return { kind: 'reserved', reservation: { key, generation: first.generation } }
          }
          continue
        }
        const refused = standing(counter, rules)
        if (refused) return refused
        if (counter.locked_at !== null) {
          await connection.change(openOver, { key, lockedAt: counter.locked_at })
          await mirrorLock(key, null)
        } else {
          const settled = await moved(settleDead, { key, now, threshold })
          if (settled && settled.locked_at !== null) await mirrorLock(key, settled.locked_at)
        }
      }
    },

    async fail({ key, generation }, { now, threshold }) {
      const counted = await moved(fail, { key, generation, now, threshold })
      if (!counted) return { kind: 'lost' }
      if (counted.locked_at === null) return { kind: 'counted', failed: counted.failed }
      await mirrorLock(key, counted.locked_at)
      return { kind: 'locked' }
    },

    async succeed({ key, generation }, now) {
      return (await connection.change(succeed, { key, generation, now })) > 0
    },

    async release({ key, generation }) {
      await connection.change(release, { key, generation })
    },

    async lockedAt(key) {
      return (await connection.first(findCounter, { key }))?.locked_at ?? null
    },

    async clear(key) {
      const standing = db.selectFrom('lockouts').select('locked_at').where('key', '=', key)
      const counter = await dialect.locked(standing).executeTakeFirst()
      if (!counter) return false
      await db
        .updateTable('lockouts')
        .set((row) => ({ failed: 0, undecided: 0, locked_at: null, generation: row('generation', '+', 1) }))
        .where('key', '=', key)
        .execute()
      await mirrorLock(key, null)
      return counter.locked_at !== null
    },

    async addFailedSignIn({ id, userId, at, cause, address, agent }, kept) {
      // Many at once would drop the same ones, each waiting for another.
      await lockUser(connection, userId)
      await connection.change(addFailed, { id, userId, at, cause, address, agent })
      await connection.change(dropSurplus, { userId, kept })
    },

    async listFailedSignIns(userId, limit) {
      const rows = await db
        .selectFrom('failed_sign_ins')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id, at, cause, address, agent }) => ({ id, userId, at, cause, address, agent }))
    },
  }
}

/** Why nothing can be reserved at `now`; null when the counter must be opened, settled or just asked again. */
export function standing(
  counter: LockoutsTable,
  { now, threshold, openedBefore }: AttemptRules,
): ReserveOutcome | null {
  const { failed, undecided, undecided_until: until, locked_at: lockedAt } = counter
  if (lockedAt !== null) {
    return openedBefore !== null && lockedAt <= openedBefore ? null : { kind: 'locked', lockedAt }
  }
  return undecided > 0 && until > now && failed + undecided >= threshold ? { kind: 'full' } : null
}

const NO_GUESS = { failed: 0, generation: 0, locked_at: null }

type Attempt = { key: string; now: number; threshold: number }

const reserve = hotUpdate((counter, { now, until, threshold }: SlotsOf<Attempt & { until: number }>) =>
  counter
    .set((row) => ({
      undecided: row('undecided', '+', 1),
      undecided_until: sql<number>`CASE WHEN undecided_until > ${until} THEN undecided_until ELSE ${until} END`,
      threshold,
      attempted_at: now,
    }))
    .where('locked_at', 'is', null)
    .where(sql<number>`failed + undecided`, '<', threshold)
    .where((row) => row.or([row('undecided', '=', 0), row('undecided_until', '>', now)])),
)

const openOver = hot((db, { key, lockedAt }: SlotsOf<{ key: string; lockedAt: number }>) =>
  db
    .updateTable('lockouts')
    .set((row) => ({ failed: 0, undecided: 0, locked_at: null, generation: row('generation', '+', 1) }))
    .where('key', '=', key)
    .where('locked_at', '=', lockedAt),
)

/** The sum stays what it was, so the table's check holds; a threshold that was lowered locks here too. */
const settleDead = hotUpdate((counter, { now, threshold }: SlotsOf<Attempt>) =>
  counter
    .set((row) => ({
      locked_at: sql<number | null>`CASE WHEN failed + undecided >= ${threshold} THEN ${now} ELSE locked_at END`,
      failed: row('failed', '+', row.ref('undecided')),
      undecided: 0,
      generation: row('generation', '+', 1),
    }))
    .where('locked_at', 'is', null)
    .where((row) => row.or([row('undecided', '>', 0), row('failed', '>=', threshold)]))
    .where((row) => row.or([row('undecided', '=', 0), row('undecided_until', '<=', now)])),
)

type Verdict = { key: string; generation: number; now: number }

const fail = hotUpdate((counter, { generation, now, threshold }: SlotsOf<Attempt & Verdict>) =>
  counter
    .set((row) => ({
      locked_at: sql<number | null>`CASE WHEN failed + 1 >= ${threshold} THEN ${now} ELSE locked_at END`,
      failed: row('failed', '+', 1),
      undecided: row('undecided', '-', 1),
    }))
    .where('generation', '=', generation)
    .where('undecided', '>', 0)
    .where('undecided_until', '>', now),
)

const succeed = hot((db, { key, generation, now }: SlotsOf<Verdict>) =>
  db
    .updateTable('lockouts')
    .set((row) => ({ failed: 0, undecided: row('undecided', '-', 1) }))
    .where('key', '=', key)
    .where('generation', '=', generation)
    .where('undecided', '>', 0)
    .where('undecided_until', '>', now)
    .where('locked_at', 'is', null),
)

const release = hot((db, { key, generation }: SlotsOf<Omit<Verdict, 'now'>>) =>
  db
    .updateTable('lockouts')
    .set((row) => ({ undecided: row('undecided', '-', 1) }))
    .where('key', '=', key)
    .where('generation', '=', generation)
    .where('undecided', '>', 0),
)

const addFailed = hot((db, { id, userId, at, cause, address, agent }: SlotsOf<FailedSignIn & Values>) =>
  db.insertInto('failed_sign_ins').values({ id, user_id: userId, at, cause, address, agent }),
)

/** One too many is usual; more there are only after the limit was lowered, and go a few at a time. */
const SURPLUS = 100

const dropSurplus = hot((db, { userId, kept }: SlotsOf<{ userId: string; kept: number }>) =>
  db
    .deleteFrom('failed_sign_ins')
    // A table of its own: not every engine lets a limit stand, or the table itself be read, here.
    .where('id', 'in', (row) =>
      row
        .selectFrom(
          row
            .selectFrom('failed_sign_ins')
            .select('id')
            .where('user_id', '=', userId)
            .orderBy('at', 'desc')
            .orderBy('id', 'desc')
            .limit(SURPLUS)
            .offset(kept)
            .as('surplus'),
        )
        .select('surplus.id'),
    ),
)

/** An update of one counter that answers it, where the engine can. The guard comes with what `describe` asks. */
function hotUpdate<Slots extends Values & { key: string }>(
  describe: (counter: CounterUpdate, slots: SlotsOf<Slots>) => CounterUpdate,
): Hot<Slots, LockoutsTable> {
  return hot((db, slots: SlotsOf<Slots>, { returns }) => {
    const update = describe(db.updateTable('lockouts').where('key', '=', slots.key), slots)
    return returns ? update.returningAll() : (update as Compilable as Compilable<LockoutsTable>)
  })
}

type CounterUpdate = UpdateQueryBuilder<Tables, 'lockouts', 'lockouts', UpdateResult>

export const findCounter = hot((db, { key }: SlotsOf<{ key: string }>) =>
  db.selectFrom('lockouts').selectAll().where('key', '=', key),
)

/** Lists filter and sort by the lock without looking into the counters. */
const noteLock = hot((db, { key, lockedAt }: SlotsOf<{ key: string; lockedAt: number | null }>) =>
  db.updateTable('user_states').set({ locked_at: lockedAt }).where('user_id', '=', key),
)
