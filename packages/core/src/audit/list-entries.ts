import { hasRight } from '../access/access.rules.ts'
import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { reach } from '../kernel/authorise.ts'
import { auditCursorOf, auditPlaceOf } from '../kernel/cursor.ts'
import { isoOf } from '../kernel/instant.ts'
import { refuse } from '../kernel/refusals.ts'
import type { auditContract } from './audit.contract.ts'

/** Entries about or by one person, or all of them, newest first. */
export const listEntries: UseCase<typeof auditContract.listEntries> =
  (effects) =>
  async (caller, { userId, limit = 50, cursor }) => {
    const { storage, access } = effects
    const actor = requireKnown(caller)
    if (userId !== undefined) await reach(effects, actor, 'viewAudit', userId)
    else if (actor.kind === 'user' && !hasRight(access, actor.effective.power, 'audit.read')) {
      refuse('not-allowed', { reason: 'no-right' })
    }
    const after = cursor === undefined ? null : auditPlaceOf(cursor)
    const found = await storage.audit.list(userId ?? null, after, limit + 1)
    const page = found.slice(0, limit)
    const last = found.length > limit ? page.at(-1) : undefined
    return {
      items: page.map(({ id, at, action, real, effective, target, changes, reason, address }) => {
        const told = Object.fromEntries(
          Object.entries(changes).map(([field, [from, to]]) => [field, [from, to] as [unknown, unknown]]),
        )
        return { id, at: isoOf(at), action, real, effective, target, changes: told, reason, address }
      }),
      nextCursor: last ? auditCursorOf(last) : null,
    }
  }
