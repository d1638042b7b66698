import type { LeasedMail, OutboxRecord, OutboxStore } from '@rollcall/core'
import type { ExpressionBuilder } from 'kysely'
import type { Connection } from '../connection.ts'
import type { OutboxTable, Tables } from '../tables.ts'

const OPEN = ['waiting', 'retrying'] as const
const SETTLED = ['delivered', 'failed', 'expired'] as const

/** Mails on their way. */
export function outboxStore({ db, dialect }: Connection): OutboxStore {
  const of = (userId: string, template: string) => (row: ExpressionBuilder<Tables, 'outbox'>) =>
    row.and({ user_id: userId, template })

  return {
    async add(mails) {
      for (const mail of mails) await db.insertInto('outbox').values(rowOf(mail)).execute()
    },

    async lease({ now, lease, limit, leaseToken }) {
      const open = db.selectFrom('outbox').selectAll().where('state', 'in', OPEN).where('due_at', '<=', now)
      const due = await dialect.lockedIfFree(open.orderBy('due_at').orderBy('id').limit(limit)).execute()
      if (due.length === 0) return []
      const ids = due.map((row) => row.id)
      const taken = { due_at: now + lease, lease_token: leaseToken }
      await db
        .updateTable('outbox')
        .set((row) => ({ ...taken, attempts: row('attempts', '+', 1) }))
        .where('id', 'in', ids)
        .execute()
      return due.map((row) => leasedOf({ ...row, ...taken, attempts: row.attempts + 1 }))
    },

    async settle(id, leaseToken, outcome, now) {
      const settled =
        outcome.kind === 'retry'
          ? ({ state: 'retrying', due_at: outcome.dueAt, error: outcome.error } as const)
          : outcome.kind === 'delivered'
            ? ({ state: 'delivered', sealed: null } as const)
            : { state: outcome.kind, sealed: null, error: outcome.error }
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ ...settled, state_at: now, lease_token: null })
        .where('id', '=', id)
        .where('lease_token', '=', leaseToken)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async delivery(id) {
      const mail = db.selectFrom('outbox').select(['state', 'attempts', 'state_at as at', 'error']).where('id', '=', id)
      const row = await mail.executeTakeFirst()
      return row ? { state: row.state, attempts: row.attempts, at: row.at, error: row.error } : null
    },

    async countSince(userId, template, since) {
      const { count } = await db
        .selectFrom('outbox')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where(of(userId, template))
        .where('created_at', '>=', since)
        .executeTakeFirstOrThrow()
      return count
    },

    async withdraw(userId, template) {
      await db
        .updateTable('outbox')
        .set({ state: 'expired', sealed: null, lease_token: null })
        .where(of(userId, template))
        .where('state', 'in', OPEN)
        .execute()
    },

    async backlog(now) {
      const open = await db
        .selectFrom('outbox')
        .select((row) => [row.fn.countAll<number>().as('due'), row.fn.min('due_at').as('oldest')])
        .where('state', 'in', OPEN)
        .where('due_at', '<=', now)
        .executeTakeFirstOrThrow()
      const dead = await db
        .selectFrom('outbox')
        .select((row) => row.fn.countAll<number>().as('failed'))
        .where('state', '=', 'failed')
        .executeTakeFirstOrThrow()
      return { due: open.due, oldestDueAt: open.oldest, failed: dead.failed }
    },

    async purge(before) {
      const over = db.deleteFrom('outbox').where('state', 'in', SETTLED).where('state_at', '<', before)
      return Number((await over.executeTakeFirst()).numDeletedRows)
    },
  }
}

function rowOf(mail: OutboxRecord): OutboxTable {
  return {
    id: mail.id,
    user_id: mail.userId,
    template: mail.template,
    content: mail.content,
    sealed: mail.sealed,
    created_at: mail.createdAt,
    due_at: mail.dueAt,
    expires_at: mail.expiresAt,
    state: 'waiting',
    state_at: mail.createdAt,
    attempts: 0,
    lease_token: null,
    error: null,
  }
}

function leasedOf(row: OutboxTable & { lease_token: string }): LeasedMail {
  return {
    id: row.id,
    userId: row.user_id,
    template: row.template,
    content: row.content,
    sealed: row.sealed,
    createdAt: row.created_at,
    dueAt: row.due_at,
    expiresAt: row.expires_at,
    leaseToken: row.lease_token,
    attempts: row.attempts,
  }
}
