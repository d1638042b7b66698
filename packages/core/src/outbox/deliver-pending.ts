import type { Effects } from '../effects.ts'
import { base64url } from '../kernel/id.ts'
import { MailRefusedError } from '../ports/mailer.ts'
import { StorageError } from '../ports/storage.ts'
import {
  HANDED_OVER_WITHIN,
  MAIL_LEASE,
  MAILS_AT_ONCE,
  MAILS_LEASED,
  nextAttemptAt,
  SETTLE_PAUSES,
} from './delivery.rules.ts'
import { joinDigests } from './digest.steps.ts'
import { type Outgoing, openOutgoing } from './outbox.steps.ts'
import type { LeasedMail, SendOutcome } from './outbox.store.ts'

/** The next hop's words are kept up to that many characters. */
const ERROR_LENGTH = 500

/**
 * Hands over what is due (mails, secrets, events), in any number of processes at once. Every committed one goes out at
 * least once under a stable id; one that fails is tried again later and delays no other. Answers how many were delivered.
 */
export const deliverPending = (effects: Effects) => async (): Promise<number> => {
  const delivered = await Promise.all(Array.from({ length: MAILS_AT_ONCE }, () => deliverInTurn(effects)))
  return delivered.reduce((sum, count) => sum + count, 0)
}

/** Leases and hands over one after the other, until nothing is due. */
async function deliverInTurn(effects: Effects): Promise<number> {
  const { storage, clock, random } = effects
  let delivered = 0
  for (;;) {
    const leaseToken = base64url(random.bytes(12))
    const now = clock.now()
    const leased = await storage.outbox.lease({ now, lease: MAIL_LEASE, limit: MAILS_LEASED, leaseToken })
    if (leased.length === 0) return delivered
    for (const next of joinDigests(leased)) {
      // Behind a slow server the rest waits for another lease, rather than for this one to end on the way.
      if (clock.now() > now + HANDED_OVER_WITHIN) break
      if (await deliver(effects, next)) delivered += next.length
    }
  }
}

/** Sends one mail, standing for all rows joined into it, and writes down what became of them. */
async function deliver(effects: Effects, rows: readonly LeasedMail[]): Promise<boolean> {
  const [row] = rows
  if (!row) return false
  const { logger } = effects
  const outcome = await attempt(effects, row)
  for (const each of rows) await settle(effects, each, outcome)
  if (outcome.kind === 'delivered') return true
  const level = outcome.kind === 'retry' ? 'warn' : 'error'
  logger.log(level, `mail_${outcome.kind}`, { mailId: row.id, template: row.template, error: outcome.error })
  return false
}

async function settle({ storage, clock }: Effects, row: LeasedMail, outcome: SendOutcome): Promise<void> {
  const once = () => storage.outbox.settle(row.id, row.leaseToken, outcome, clock.now())
  for (const pause of SETTLE_PAUSES) {
    try {
      await once()
      return
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      await clock.wait(pause)
    }
  }
  await once()
}

async function attempt(effects: Effects, row: LeasedMail): Promise<SendOutcome> {
  const { clock } = effects
  if (row.expiresAt !== null && row.expiresAt <= clock.now()) {
    return { kind: 'expired', error: 'What it carries had expired before it could be delivered.' }
  }
  try {
    await handOver(effects, await openOutgoing(effects, row))
    return { kind: 'delivered' }
  } catch (cause) {
    const error = (cause instanceof Error ? cause.message : String(cause)).slice(0, ERROR_LENGTH)
    const dueAt = cause instanceof MailRefusedError ? null : nextAttemptAt(row.attempts, clock.now())
    return dueAt === null ? { kind: 'failed', error } : { kind: 'retry', dueAt, error }
  }
}

async function handOver({ mailer, channels, events }: Effects, outgoing: Outgoing): Promise<void> {
  if (outgoing.kind === 'mail') return mailer.send(outgoing.envelope, outgoing.mail)
  if (outgoing.kind === 'event') return events?.emit(outgoing.event)
  const channel = channels[outgoing.channel]
  if (!channel) throw new MailRefusedError(`The host has no channel ${outgoing.channel} any more.`)
  return channel.send(outgoing.message)
}
