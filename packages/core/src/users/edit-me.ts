import { differences } from '../audit/audit.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { type FieldCode, refuse } from '../kernel/refusals.ts'
import { userKeys } from './identifier.rules.ts'
import { profileOf } from './profile.rules.ts'
import type { ProfileField } from './user.rules.ts'
import { isOwnersToEdit, presentMe } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Changes one's own profile, as far as the policy leaves its fields to their owner. */
export const editMe: UseCase<typeof usersContract.editMe> =
  (effects) =>
  async (caller, { version, ...input }) => {
    const { storage, policy } = effects
    const actor = requireUser(caller)
    const { user } = actor.effective
    const fields = profileOf(input)
    const foreign = Object.keys(fields).filter((field) => !isOwnersToEdit(policy, field as ProfileField))
    if (foreign.length > 0) refuse('not-allowed', { reason: 'disabled-by-policy', fields: coded(foreign, 'invalid') })
    const emptied = Object.keys(fields).filter((field) => {
      const name = field as ProfileField
      return policy.fields[name].requiredAtRegistration && fields[name] === null
    })
    if (emptied.length > 0) refuse('invalid-input', { fields: coded(emptied, 'required') })

    const changed = { ...user, ...fields }
    const entry = await composeEntry(effects, actor, {
      action: 'users.editMe',
      target: user,
      changes: differences(user, fields),
    })
    const saved = await storage.transaction(async (tx) => {
      const outcome = await tx.users.update(user.id, version, { fields, keys: userKeys(changed) })
      if (outcome === 'updated') await tx.audit.append(entry)
      return outcome === 'updated' ? tx.users.find(user.id) : null
    })
    if (!saved) {
      const current = await storage.users.find(user.id)
      return refuse('changed-meanwhile', { current: current && presentMe(effects, actor, current) })
    }
    return presentMe(effects, actor, saved)
  }

function coded(names: readonly string[], code: FieldCode): Record<string, FieldCode> {
  return Object.fromEntries(names.map((name) => [name, code]))
}
