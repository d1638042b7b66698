import { keepingAdministrator } from '../access/administrator.steps.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { reach } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { eventsOf } from '../outbox/event.steps.ts'
import { reportOwnerless, solelyOwned } from '../resources/ownerless.steps.ts'
import { PENDING } from '../tokens/token.rules.ts'
import { presentUser, saveUser } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Switches somebody off: sessions and tokens end, links die, nothing is lost. */
export const disableUser: UseCase<typeof usersContract.disableUser> =
  (effects) =>
  async (caller, { userId, version }) => {
    const { access, clock, nudge } = effects
    const { actor, user } = await reach(effects, caller, 'disable', userId)
    if (!user.enabled) refuse('already-done')
    const entry = await composeEntry(effects, actor, {
      action: 'users.disableUser',
      target: user,
      changes: { enabled: [true, false] },
    })
    const disabled = await keepingAdministrator(effects, user, async (tx) => {
      const resources = await solelyOwned(tx, access, user)
      const saved = await saveUser(tx, effects, actor, user, version, { fields: { enabled: false } })
      await tx.sessions.endAll(user.id, null)
      await tx.apiTokens.revokeAll(user.id)
      for (const kind of PENDING) await tx.tokens.revoke(kind, user.id)
      await tx.audit.append(entry)
      await reportOwnerless(tx, effects, { id: entry.id, person: user, because: 'disabled', resources })
      await tx.outbox.add(eventsOf(effects, 'user.disabled', user))
      return saved
    })
    nudge()
    return presentUser(effects, actor, disabled, clock.now())
  }
