import { hasRight } from '../access/access.rules.ts'
import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import { emailKey } from './identifier.rules.ts'
import { nameOf } from './user.rules.ts'
import type { usersContract } from './users.contract.ts'

/**
 * A registered person by their exact address, for whoever may assign roles on that resource and could otherwise not see
 * them. Tells no more than the name.
 */
export const findUser: UseCase<typeof usersContract.findUser> =
  ({ storage, access }) =>
  async (caller, { email, resource }) => {
    const actor = requireKnown(caller)
    const [known] = await storage.resources.findMany([resource])
    const place = { type: known?.type ?? '', id: resource }
    if (actor.kind === 'user' && !hasRight(access, actor.effective.power, 'access.assign', place)) {
      refuse('not-allowed', { reason: 'no-right' })
    }
    const key = emailKey(email)
    const user = key === null ? null : await storage.users.findByKey(key)
    if (!user || user.registeredAt === null || !user.enabled) return refuse('not-found')
    return { id: user.id, name: nameOf(user), email: user.email, version: user.version }
  }
