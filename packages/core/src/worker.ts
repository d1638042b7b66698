import { sealEntries } from './audit/seal-entries.ts'
import type { Effects } from './effects.ts'
import { deliverPending } from './outbox/deliver-pending.ts'
import { MAILS_KEPT } from './outbox/delivery.rules.ts'
import { resendWelcomes } from './users/resend-welcomes.ts'

/** Milliseconds between two rounds of a started worker. */
const ROUND = 5_000

/** Milliseconds between two purges of one worker. */
const PURGE = 3_600_000

/** What happens after commits: mail, welcomes that go out again, sealing, forgetting. Any number of processes may run one. */
export interface Worker {
  /** Works until stopped; `stop` resolves when the round in hand is done. Rounds that fail are logged and tried again. */
  start(): { stop(): Promise<void> }
  /** One round: delivers what is due, seals what is unsealed, forgets what is over. */
  runOnce(): Promise<{ readonly delivered: number; readonly sealed: number }>
}

/** The worker, and the nudge that use cases give it after a commit. */
export function createWorker(effects: Omit<Effects, 'nudge'>): { readonly worker: Worker; readonly nudge: () => void } {
  const { storage, clock, logger } = effects
  const nudge = () => void deliver().catch((error: unknown) => fault('mail_delivery_fail', error))
  const whole: Effects = { ...effects, nudge }
  const send = deliverPending(whole)
  const seal = sealEntries(whole)
  const resend = resendWelcomes(whole)
  let sending: Promise<number> | null = null
  let again = false
  let purgedAt = Number.NEGATIVE_INFINITY

  /** One delivery at a time in a process; a nudge meanwhile makes it look once more. */
  async function deliver(): Promise<number> {
    if (sending) {
      again = true
      return sending
    }
    const run = async () => {
      let delivered = 0
      do {
        again = false
        delivered += await send()
      } while (again)
      return delivered
    }
    sending = run().finally(() => {
      sending = null
    })
    return sending
  }

  function fault(event: string, error: unknown): void {
    logger.log('error', event, { error: error instanceof Error ? error.message : String(error) })
  }

  async function runOnce() {
    let delivered = await deliver()
    const sealed = await seal()
    const now = clock.now()
    if (now - purgedAt >= PURGE) {
      purgedAt = now
      await storage.purge(now)
      await storage.outbox.purge(now - MAILS_KEPT)
    }
    const welcomes = await resend().catch((error: unknown) => fault('welcome_round_fail', error))
    if (welcomes) delivered += await deliver()
    return { delivered, sealed }
  }

  function start() {
    let stopped = false
    let wake = () => {}
    const rounds = async () => {
      while (!stopped) {
        await runOnce().catch((error: unknown) => fault('worker_round_fail', error))
        const woken = new Promise<void>((resolve) => {
          wake = resolve
        })
        if (!stopped) await Promise.race([clock.wait(ROUND), woken])
      }
    }
    const running = rounds()
    return {
      stop: () => {
        stopped = true
        wake()
        return running
      },
    }
  }

  return { worker: { start, runOnce }, nudge }
}
