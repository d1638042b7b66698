import type { accessContract } from '../access/access.contract.ts'
import type { Effects, UseCase } from '../effects.ts'
import type { invitationsContract } from '../invitations/invitations.contract.ts'
import type { Actor } from '../kernel/actor.ts'
import { RefusedError } from '../kernel/refusals.ts'
import type { lockoutContract } from '../lockout/lockout.contract.ts'
import { dryRun } from '../system/dry-run.steps.ts'
import type { usersContract } from './users.contract.ts'

type Entry = typeof usersContract.changeManyUsers
type Bulk = ReturnType<UseCase<Entry>>
type Change = Parameters<Bulk>[1]['change']
type Item = Parameters<Bulk>[1]['users'][number]
type Verdict = Awaited<ReturnType<Bulk>>['results'][number]['verdict']

/** The operations on one person that a bulk one repeats, so that nothing can be done to many that is refused for one. */
export interface SingleOperations {
  readonly enable: UseCase<typeof usersContract.enableUser>
  readonly disable: UseCase<typeof usersContract.disableUser>
  readonly reactivate: UseCase<typeof usersContract.reactivateUser>
  readonly unlock: UseCase<typeof lockoutContract.unlockUser>
  readonly resend: UseCase<typeof invitationsContract.resendInvitation>
  readonly sendWelcome: UseCase<typeof usersContract.sendWelcome>
  readonly delete: UseCase<typeof usersContract.deleteUser>
  readonly grant: UseCase<typeof accessContract.setGrants>
  readonly edit: UseCase<typeof usersContract.editUser>
}

/**
 * Does the same to many people, one after the other, each in a transaction of its own with a verdict of its own. A dry
 * run does it too and undoes each; what one would change for the next it does not tell.
 */
export const changeManyUsers = (operations: SingleOperations): UseCase<Entry> => {
  return (effects) => {
    const change = repeated(operations, effects)
    const tryOut = repeated(operations, { ...effects, storage: dryRun(effects.storage), nudge: () => {} })
    return async (actor, input) => {
      const run = input.dryRun ? tryOut : change
      const results: { userId: string; verdict: Verdict }[] = []
      for (const item of input.users) {
        results.push({ userId: item.id, verdict: await verdictOf(() => run(actor, input.change, item)) })
      }
      return { results }
    }
  }
}

/** One change of one person, whatever its kind. */
function repeated(operations: SingleOperations, effects: Effects) {
  const { access } = effects
  const single = {
    enable: operations.enable(effects),
    disable: operations.disable(effects),
    reactivate: operations.reactivate(effects),
    unlock: operations.unlock(effects),
    resend: operations.resend(effects),
    sendWelcome: operations.sendWelcome(effects),
    delete: operations.delete(effects),
  }
  const setGrants = operations.grant(effects)
  const edit = operations.edit(effects)
  return async (actor: Actor, change: Change, { id: userId, version }: Item): Promise<unknown> => {
    if (change.kind === 'authentication') return edit(actor, { userId, version, authentication: change.authentication })
    if (change.kind !== 'grant') return single[change.kind](actor, { userId, version })
    const { role, scope } = change
    const user = await effects.storage.users.find(userId)
    const held = user?.grants.filter((grant) => grant.source === 'direct' && grant.scope === scope) ?? []
    const replaces = scope === null && access.policy.systemRolesPerUser === 'one'
    const roles = replaces ? [role] : [...new Set([...held.map((grant) => grant.role), role])]
    return setGrants(actor, { userId, version, scope, roles })
  }
}

async function verdictOf(run: () => Promise<unknown>): Promise<Verdict> {
  try {
    await run()
    return true
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    return { code: error.code, reason: error.details.reason ?? null }
  }
}
