import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects, UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { requireSight } from '../kernel/authorise.ts'
import { csvLine } from '../kernel/csv.rules.ts'
import { epochOf } from '../kernel/instant.ts'
import { cellsOf, headerOf } from './csv-columns.rules.ts'
import { filterOf } from './list-query.rules.ts'
import type { UserFilter, UserPage } from './user.store.ts'
import type { usersContract } from './users.contract.ts'

const PAGE = 500

/** The people of a list as a file, written while it is read; that somebody took them away is an entry of its own. */
export const exportUsers: UseCase<typeof usersContract.exportUsers> = (effects) => async (caller, wire) => {
  const { storage, access } = effects
  const actor = requireKnown(caller)
  const filter = filterOf(wire, requireSight(access, actor), epochOf(wire.lastSignInBefore))
  const narrowed = Object.fromEntries(Object.entries(wire).map(([name, value]) => [name, [null, value] as const]))
  const about = { action: 'users.exportUsers', target: null, changes: narrowed }
  await storage.audit.append(await composeEntry(effects, actor, about))
  return linesOf(effects, filter)
}

async function* linesOf({ storage, policy, attributes, clock }: Effects, filter: UserFilter): AsyncGenerator<string> {
  const time = { now: clock.now(), policy }
  const roles = policy.access.scopedRoles
  yield csvLine(headerOf(attributes))
  let from: UserPage['next'] = null
  do {
    const place: Parameters<typeof storage.users.list>[1]['from'] = from && { position: from, direction: 'after' }
    const page: UserPage = await storage.users.list(
      filter,
      { by: 'name', descending: false, limit: PAGE, from: place },
      time,
    )
    yield page.items.map((user) => csvLine(Object.values(cellsOf(user, attributes, roles)))).join('')
    from = page.next
  } while (from)
}
