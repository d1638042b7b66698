import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { refuse } from '../kernel/refusals.ts'
import { eventsOf } from '../outbox/event.steps.ts'
import { newCredential } from '../passwords/password.steps.ts'
import { newSession } from '../sessions/session.steps.ts'
import { tokenDigest } from '../tokens/token.steps.ts'
import { userKeys } from '../users/identifier.rules.ts'
import { profileOf } from '../users/profile.rules.ts'
import { allCoded, missingFields } from '../users/profile.steps.ts'
import type { ProfileField } from '../users/user.rules.ts'
import { isOwnersToEdit } from '../users/user.steps.ts'
import { acceptedMail } from './accepted.steps.ts'
import type { invitationsContract } from './invitations.contract.ts'

/**
 * Redeems an invitation: the invitee's own profile and password. Of concurrent calls with one token exactly one counts;
 * a refused password or missing field burns nothing.
 */
export const registerUser: UseCase<typeof invitationsContract.registerUser> = (effects) => async (actor, input) => {
  const { storage, policy, clock, nudge } = effects
  const now = clock.now()
  const digest = await tokenDigest(effects, input.token)
  const token = (await storage.tokens.find('invitation', digest, now)) ?? refuse('token-invalid')
  const user = (await storage.users.find(token.userId)) ?? refuse('token-invalid')
  if (user.registeredAt !== null || !user.enabled || user.authentication.kind === 'external') refuse('token-invalid')

  const profile = profileOf(input)
  const foreign = Object.keys(profile).filter((field) => !isOwnersToEdit(policy, field as ProfileField))
  if (foreign.length > 0) refuse('not-allowed', { reason: 'disabled-by-policy', fields: allCoded(foreign, 'invalid') })
  const registered = { ...user, ...profile, registeredAt: now }
  const missing = missingFields(policy, registered)
  if (missing.length > 0) refuse('invalid-input', { fields: allCoded(missing, 'required') })
  const credential = await newCredential(effects, policy.password, registered, input.password, now)
  const { signsIn } = policy.registration
  const session = signsIn ? await newSession(effects, policy.session, user.id, actor.client, false) : null
  const notice = await acceptedMail(effects, token.senderId, registered)
  const entry = await composeEntry(effects, actor, {
    action: 'invitations.registerUser',
    target: registered,
    proved: registered,
  })

  await storage.transaction(async (tx) => {
    if (!(await tx.tokens.consume('invitation', digest, clock.now()))) refuse('token-invalid')
    const fields = { ...profile, registeredAt: now }
    const saved = await tx.users.update(user.id, user.version, { fields, keys: userKeys(registered) })
    if (saved !== 'updated') refuse('token-invalid')
    await tx.credentials.save(credential, policy.password.history)
    if (session) {
      await tx.sessions.add(session.record)
      await tx.users.noteSignIn(user.id, now)
    }
    await tx.audit.append(entry)
    if (notice) await tx.outbox.add([notice])
    await tx.outbox.add(eventsOf(effects, 'user.registered', registered))
  })
  nudge()
  return { answer: { userId: user.id, signedIn: session !== null }, session: session?.opened ?? null }
}
