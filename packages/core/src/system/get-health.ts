import { hasRight } from '../access/access.rules.ts'
import type { UseCase } from '../effects.ts'
import { isoOf } from '../kernel/instant.ts'
import type { systemContract } from './system.contract.ts'

/** A mail due that long means that nobody delivers. Milliseconds. */
const OVERDUE = 5 * 60_000

/** Whether storage answers and mail goes out. A storage that does not answer is refused as `unavailable`. */
export const getHealth: UseCase<typeof systemContract.getHealth> =
  ({ storage, access, clock }) =>
  async (actor) => {
    await storage.check()
    const now = clock.now()
    const backlog = await storage.outbox.backlog(now)
    const degraded = backlog.oldestDueAt !== null && backlog.oldestDueAt < now - OVERDUE
    const reads =
      actor.kind === 'system' || (actor.kind === 'user' && hasRight(access, actor.effective.power, 'system.readHealth'))
    return {
      status: degraded ? 'degraded' : 'up',
      details: reads
        ? {
            mailsDue: backlog.due,
            oldestMailDueAt: isoOf(backlog.oldestDueAt),
            mailsFailed: backlog.failed,
            auditUnsealed: await storage.audit.countUnsealed(),
          }
        : null,
    }
  }
