import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { authorise, visible } from '../kernel/authorise.ts'
import { isoOf } from '../kernel/instant.ts'
import type { lockoutContract } from './lockout.contract.ts'

/** The details page shows that many. */
const SHOWN = 5

/** A person's failed sign-ins, newest first. */
export const listFailedSignIns: UseCase<typeof lockoutContract.listFailedSignIns> =
  ({ storage, access }) =>
  async (caller, { userId, limit = SHOWN }) => {
    const actor = requireKnown(caller)
    const user = visible(access, actor, await storage.users.find(userId))
    authorise(access, actor, 'viewFailedSignIns', user)
    const failures = await storage.lockout.listFailedSignIns(user.id, limit)
    return {
      items: failures.map(({ id, at, cause, address, agent }) => ({ id, at: isoOf(at), cause, address, agent })),
    }
  }
