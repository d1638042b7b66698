import { mayChangeGrants, mayInvite } from '../access/access.rules.ts'
import type { Grant } from '../access/access-policy.rules.ts'
import { isRoleCountRight, withDefaultRole } from '../access/default-role.rules.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { authoriseForNew } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { once, repeatable } from '../system/answer.steps.ts'
import { emailKey } from '../users/identifier.rules.ts'
import type { invitationsContract } from './invitations.contract.ts'
import { admit, type InvitationOutcome, type Invitee, prepareInvitee } from './invitee.steps.ts'

/** Invites addresses: new people get a user and a mail, pending ones a fresh link, others a verdict. */
export const inviteUsers: UseCase<typeof invitationsContract.inviteUsers> = (effects) => async (caller, input) => {
  const { storage, policy, access, cryptography, clock, nudge } = effects
  const actor = requireUser(caller)
  const { power } = actor.effective
  const asked = (input.grants ?? []).map((grant): Grant => ({ ...grant, source: 'direct' }))
  const grants = withDefaultRole(access, asked)
  if (!isRoleCountRight(access, grants)) refuse('invalid-input', { fields: { grants: 'invalid' } })
  if (!mayInvite(access, power, grants)) refuse('not-allowed', { reason: 'no-right' })
  if (!policy.onboarding.includes('invitation')) refuse('not-allowed', { reason: 'disabled-by-policy' })
  if (!mayChangeGrants(access, power, [], grants)) refuse('not-allowed', { reason: 'not-covered' })
  if (input.message) authoriseForNew(access, actor, 'messageOnInvite', grants)

  const prepared: (Invitee | InvitationOutcome)[] = []
  const seen = new Set<string>()
  for (const typed of input.emails) {
    const email = typed.trim()
    const key = emailKey(email)
    if (key === null) prepared.push({ email, verdict: 'invalid', userId: null })
    else if (!seen.has(key)) prepared.push(await prepareInvitee(effects, actor, { email, key }, { ...input, grants }))
    if (key !== null) seen.add(key)
  }

  const call = await repeatable(cryptography, actor, 'invitations.inviteUsers', input, clock.now())
  const results = await storage.transaction((tx) =>
    once(tx, call, async () => {
      const outcomes: InvitationOutcome[] = []
      for (const one of prepared) outcomes.push('user' in one ? await admit(tx, one) : one)
      return outcomes
    }),
  )
  nudge()
  return { results }
}
