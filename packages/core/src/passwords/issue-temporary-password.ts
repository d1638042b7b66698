import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects, UseCase } from '../effects.ts'
import type { KnownActor } from '../kernel/actor.ts'
import { reach } from '../kernel/authorise.ts'
import { isoOf } from '../kernel/instant.ts'
import { senderOf } from '../kernel/person.ts'
import { refuse } from '../kernel/refusals.ts'
import { composeMail, composeSecret, newMailId } from '../outbox/outbox.steps.ts'
import type { OutboxRecord } from '../outbox/outbox.store.ts'
import { newTemporaryPassword, type TemporaryPassword } from '../tokens/temporary.steps.ts'
import { PENDING } from '../tokens/token.rules.ts'
import type { User } from '../users/user.rules.ts'
import { requireVersion } from '../users/user.steps.ts'
import { passwordChangedMail } from './password-changed.steps.ts'
import type { passwordsContract } from './passwords.contract.ts'

/**
 * Replaces somebody's password by a generated, temporary one and hands it over by the chosen channel. The old password
 * and every session end at once; what the temporary one opens reaches only the change of the password.
 */
export const issueTemporaryPassword: UseCase<typeof passwordsContract.issueTemporaryPassword> =
  (effects) =>
  async (caller, { userId, channel, version }) => {
    const { storage, policy, nudge } = effects
    const { actor, user } = await reach(effects, caller, 'issueTemporaryPassword', userId)
    if (user.registeredAt === null || !user.enabled) refuse('not-allowed', { reason: 'disabled-by-policy' })
    requireChannel(effects, user, channel)

    const temporary = await newTemporaryPassword(effects, {
      userId: user.id,
      senderId: actor.kind === 'user' ? actor.real.user.id : null,
      mailId: newMailId(effects),
      lifetimeHours: policy.temporaryPassword.lifetimeHours,
    })
    const outgoing = await handOver(effects, actor, user, channel, temporary)
    const entry = await composeEntry(effects, actor, {
      action: 'passwords.issueTemporaryPassword',
      target: user,
      changes: { channel: [null, channel] },
    })
    await storage.transaction(async (tx) => {
      await requireVersion(tx, effects, actor, user, version)
      await tx.credentials.remove(user.id)
      for (const kind of PENDING) await tx.tokens.revoke(kind, user.id)
      await tx.tokens.issue(temporary.record)
      await tx.lockout.clear(user.id)
      await tx.sessions.endAll(user.id, null)
      await tx.outbox.withdraw(user.id, 'temporary-password')
      await tx.outbox.add(outgoing)
      await tx.audit.append(entry)
    })
    nudge()
    const { password, record } = temporary
    return { password: channel === 'screen' ? password : null, expiresAt: isoOf(record.expiresAt) }
  }

/** The policy lists the channel, and it can reach this person. */
function requireChannel({ policy, channels }: Effects, user: User, channel: string): void {
  if (!policy.temporaryPassword.channels.includes(channel)) refuse('not-allowed', { reason: 'disabled-by-policy' })
  if (channel === 'screen' || channel === 'mail' || channels[channel]?.reaches(user)) return
  refuse('invalid-input', { fields: { channel: 'invalid' } })
}

/** What goes out: the secret by mail or by the host's channel, and a notice where the mail does not carry it anyway. */
async function handOver(
  effects: Effects,
  actor: KnownActor,
  user: User,
  channel: string,
  { password, record }: TemporaryPassword,
): Promise<OutboxRecord[]> {
  const { expiresAt, mailId } = record
  if (channel === 'mail') {
    const data = { by: senderOf(actor), expiresAt, signInLink: effects.links.signIn }
    const mail = { template: 'temporary-password', data, credential: { password } } as const
    return [await composeMail(effects, user, mail, { id: mailId, expiresAt })]
  }
  const notice = await passwordChangedMail(effects, user, 'issued')
  if (channel === 'screen') return [notice]
  return [await composeSecret(effects, user, channel, { password, expiresAt }), notice]
}
