import { powerOf } from '../access/power.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects } from '../effects.ts'
import { prepareInvitation, sendInvitation } from '../invitations/invitation.steps.ts'
import type { SystemActor } from '../kernel/actor.ts'
import { uuidv7 } from '../kernel/id.ts'
import { refuse } from '../kernel/refusals.ts'
import { emailProblem, userKeys } from './identifier.rules.ts'
import { newUser } from './new-user.rules.ts'
import { organizationOf } from './organization.rules.ts'
import { usernameProblem } from './username.rules.ts'

/** The first administrator, before they register. */
export interface NewOwner {
  readonly email: string
  /** Where the policy gives people user names. */
  readonly username?: string
}

/**
 * Invites the first administrator, with the first of the policy's administrator roles; for whoever holds the shell, not
 * on the wire. Answers the registration link, which is mailed as well. Refuses `email-in-use`, `username-in-use` and
 * `invalid-input`.
 */
export const createOwner =
  (effects: Effects) =>
  async (actor: SystemActor, input: NewOwner): Promise<{ userId: string; link: string }> => {
    const { storage, policy, access, clock, random, nudge } = effects
    const problem = emailProblem(input.email)
    if (problem) refuse('invalid-input', { fields: { email: problem } })
    const { username = null } = input
    const objection = policy.username ? usernameProblem(username ?? '', policy.username) : username && 'invalid'
    if (objection) refuse('invalid-input', { fields: { username: objection } })
    const now = clock.now()
    const [role] = policy.access.administrators
    const grants = role === undefined ? [] : [{ role, scope: null, source: 'direct' } as const]
    const [language] = policy.languages
    const id = uuidv7(now, random.bytes(10))
    const email = input.email.trim()
    const organization = organizationOf(email, policy.organization)
    const user = newUser(
      {
        id,
        email,
        username,
        language,
        timeZone: policy.timeZone,
        organization,
        grants,
        protected: policy.deletion.protectedByDefault,
        invitedAt: now,
      },
      now,
    )
    const invitation = await prepareInvitation(effects, actor, user, { sends: 1, message: null, grants })
    const entry = await composeEntry(effects, actor, { action: 'users.createOwner', target: user })
    await storage.transaction(async (tx) => {
      const saved = await tx.users.insert({ ...user, keys: userKeys(user), rank: powerOf(access, grants).rank })
      if (saved !== 'inserted') refuse(saved)
      await sendInvitation(tx, invitation)
      await tx.audit.append(entry)
    })
    nudge()
    return { userId: id, link: invitation.link }
  }
