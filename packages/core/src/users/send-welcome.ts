import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { currentSettings } from '../settings/settings.steps.ts'
import { once, repeatable } from '../system/answer.steps.ts'
import { requireUnchanged } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'
import { prepareWelcome, sendWelcome as send } from './welcome.steps.ts'

/** Sends the welcome by hand, whatever the mode; an earlier link dies. Only to people who are active. */
export const sendWelcome: UseCase<typeof usersContract.sendWelcome> = (effects) => async (caller, input) => {
  const { storage, policy, cryptography, clock, nudge } = effects
  const { actor, user } = await reach(effects, caller, 'sendWelcome', input.userId)
  if (policy.welcome === null) refuse('not-allowed', { reason: 'disabled-by-policy' })
  if (!user.enabled) refuse('not-allowed', { reason: 'deactivated' })
  const welcome = await prepareWelcome(effects, user, await currentSettings(storage, policy))
  const entry = await composeEntry(effects, actor, { action: 'users.sendWelcome', target: user })
  const call = await repeatable(cryptography, actor, 'users.sendWelcome', input, clock.now())
  const answer = await storage.transaction((tx) =>
    once(tx, call, async () => {
      await requireUnchanged(tx, user)
      await send(tx, welcome)
      await tx.audit.append(entry)
      return {}
    }),
  )
  nudge()
  return answer
}
