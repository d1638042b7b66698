import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { refuse } from '../kernel/refusals.ts'
import { eventsOf } from '../outbox/event.steps.ts'
import { composeMail } from '../outbox/outbox.steps.ts'
import { PENDING } from '../tokens/token.rules.ts'
import { tokenDigest } from '../tokens/token.steps.ts'
import { userKeys } from './identifier.rules.ts'
import { organizationOf } from './organization.rules.ts'
import type { usersContract } from './users.contract.ts'

/**
 * Gives somebody the address whose mailbox they just proved to have. Their organization and the groups of its domain
 * follow from it; links that went to the old address die; both addresses are told.
 */
export const confirmEmailChange: UseCase<typeof usersContract.confirmEmailChange> =
  (effects) => async (actor, input) => {
    const { storage, policy, clock, nudge } = effects
    const now = clock.now()
    const digest = await tokenDigest(effects, input.token)
    const token = (await storage.tokens.find('email-change', digest, now)) ?? refuse('token-invalid')
    const user = (await storage.users.find(token.userId)) ?? refuse('token-invalid')
    const { email } = token
    const may = user.enabled && user.authentication.kind === 'internal' && policy.emailChange !== null
    if (!may || email === null) return refuse('token-invalid')

    const changed = { ...user, email }
    const { from } = policy.organization
    const organization = from === 'host' ? user.organization : organizationOf(email, policy.organization)
    const data = { from: user.email, to: email, at: now }
    const notices = [
      await composeMail(effects, user, { template: 'email-changed', data }),
      await composeMail(effects, changed, { template: 'email-changed', data }),
    ]
    const entry = await composeEntry(effects, actor, {
      action: 'users.confirmEmailChange',
      target: user,
      proved: user,
      changes: { email: [user.email, email], organization: [user.organization, organization] },
    })
    await storage.transaction(async (tx) => {
      if (!(await tx.tokens.consume('email-change', digest, clock.now()))) refuse('token-invalid')
      const fields = { email, organization }
      const outcome = await tx.users.update(user.id, user.version, { fields, keys: userKeys(changed) })
      if (outcome !== 'updated') refuse(outcome === 'stale' ? 'changed-meanwhile' : 'email-in-use')
      for (const kind of PENDING) await tx.tokens.revoke(kind, user.id)
      await tx.outbox.add(notices)
      await tx.audit.append(entry)
      await tx.outbox.add(eventsOf(effects, 'user.edited', changed))
    })
    nudge()
    return { email }
  }
