import type { Delivery, OutboxRecord, OutboxStore } from '@rollcall/core'
import type { Tables } from '../tables.ts'
import { compareText } from '../text-order.ts'

export interface MailRow {
  /** Its `dueAt` moves to the end of a lease, so that a mail whose holder died falls due again. */
  readonly mail: OutboxRecord
  readonly delivery: Delivery
  readonly leaseToken: string | null
}

/** Mails on their way. */
export function outboxStore({ mails }: Tables): OutboxStore {
  const due = (now: number) =>
    [...mails.values()]
      .filter(({ mail, delivery }) => isOpen(delivery) && mail.dueAt <= now)
      .sort((a, b) => a.mail.dueAt - b.mail.dueAt || compareText(a.mail.id, b.mail.id))

  const of = (userId: string, template: string) =>
    [...mails.values()].filter(({ mail }) => mail.userId === userId && mail.template === template)

  return {
    async add(added) {
      for (const mail of added) {
        const delivery = { state: 'waiting', attempts: 0, at: mail.createdAt, error: null } as const
        mails.set(mail.id, { mail, delivery, leaseToken: null })
      }
    },

    async lease({ now, lease, limit, leaseToken }) {
      return due(now)
        .slice(0, limit)
        .map(({ mail, delivery }) => {
          const attempts = delivery.attempts + 1
          const leased = { ...mail, dueAt: now + lease }
          mails.set(mail.id, { mail: leased, delivery: { ...delivery, attempts }, leaseToken })
          return { ...leased, leaseToken, attempts }
        })
    },

    async settle(id, leaseToken, outcome, now) {
      const row = mails.get(id)
      if (row?.leaseToken !== leaseToken) return false
      const retried = outcome.kind === 'retry'
      mails.set(id, {
        mail: retried ? { ...row.mail, dueAt: outcome.dueAt } : { ...row.mail, sealed: null },
        delivery: {
          state: retried ? 'retrying' : outcome.kind,
          attempts: row.delivery.attempts,
          at: now,
          error: outcome.kind === 'delivered' ? row.delivery.error : outcome.error,
        },
        leaseToken: null,
      })
      return true
    },

    async delivery(id) {
      return mails.get(id)?.delivery ?? null
    },

    async countSince(userId, template, since) {
      return of(userId, template).filter(({ mail }) => mail.createdAt >= since).length
    },

    async withdraw(userId, template) {
      for (const { mail, delivery } of of(userId, template)) {
        if (!isOpen(delivery)) continue
        const withdrawn = { mail: { ...mail, sealed: null }, delivery: { ...delivery, state: 'expired' } } as const
        mails.set(mail.id, { ...withdrawn, leaseToken: null })
      }
    },

    async backlog(now) {
      const waiting = due(now)
      const failed = [...mails.values()].filter(({ delivery }) => delivery.state === 'failed').length
      return { due: waiting.length, oldestDueAt: waiting[0]?.mail.dueAt ?? null, failed }
    },

    async purge(before) {
      const over = [...mails.values()].filter(({ delivery }) => !isOpen(delivery) && delivery.at < before)
      for (const { mail } of over) mails.delete(mail.id)
      return over.length
    },
  }
}

function isOpen({ state }: Delivery): boolean {
  return state === 'waiting' || state === 'retrying'
}
