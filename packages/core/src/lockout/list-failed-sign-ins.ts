import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { isoOf } from '../kernel/instant.ts'
import type { lockoutContract } from './lockout.contract.ts'

/** The details page shows that many. */
const SHOWN = 5

/** A person's failed sign-ins, newest first. */
export const listFailedSignIns: UseCase<typeof lockoutContract.listFailedSignIns> =
  (effects) =>
  async (caller, { userId, limit = SHOWN }) => {
    const { storage } = effects
    const { user } = await reach(effects, caller, 'viewFailedSignIns', userId)
    const failures = await storage.lockout.listFailedSignIns(user.id, limit)
    return {
      items: failures.map(({ id, at, cause, address, agent }) => ({ id, at: isoOf(at), cause, address, agent })),
    }
  }
