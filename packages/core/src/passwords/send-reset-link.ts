import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { reach } from '../kernel/authorise.ts'
import { isoOf } from '../kernel/instant.ts'
import { senderOf } from '../kernel/person.ts'
import { refuse } from '../kernel/refusals.ts'
import { composeMail, newMailId } from '../outbox/outbox.steps.ts'
import { once, repeatable } from '../system/answer.steps.ts'
import { newTemporaryPassword } from '../tokens/temporary.steps.ts'
import { newToken } from '../tokens/token.steps.ts'
import { requireUnchanged } from '../users/user.steps.ts'
import type { passwordsContract } from './passwords.contract.ts'

/**
 * Mails somebody a link to set a new password; where the policy says so with a temporary password beside it. Link and
 * temporary password are one pending credential: the old password works until either is used, which ends both.
 */
export const sendResetLink: UseCase<typeof passwordsContract.sendResetLink> = (effects) => async (caller, input) => {
  const { storage, policy, links, cryptography, clock, nudge } = effects
  const actor = requireUser(caller)
  const { user } = await reach(effects, actor, 'sendResetLink', input.userId)
  if (user.registeredAt === null || !user.enabled) refuse('not-allowed', { reason: 'disabled-by-policy' })

  const about = { userId: user.id, senderId: actor.real.user.id, mailId: newMailId(effects) }
  const { record, token, code } = await newToken(effects, policy.reset, { ...about, kind: 'reset', sends: 1 })
  const temporary = policy.reset.carriesTemporaryPassword
    ? await newTemporaryPassword(effects, { ...about, lifetimeHours: policy.reset.lifetimeHours })
    : null
  // The temporary password takes the place of the code: it is typed on the same page, and signs in as well.
  const pending = temporary
    ? { ...record, codeDigest: temporary.record.codeDigest, codeExpiresAt: record.expiresAt }
    : record
  const { expiresAt, codeExpiresAt } = pending
  const password = temporary?.password ?? null
  const credential = { ...links.credential('reset', token), code: password ?? code, temporaryPassword: password }
  const mail = await composeMail(
    effects,
    user,
    { template: 'reset', data: { by: senderOf(actor), expiresAt, codeExpiresAt }, credential },
    { id: pending.mailId, expiresAt },
  )
  const entry = await composeEntry(effects, actor, { action: 'passwords.sendResetLink', target: user })
  const call = await repeatable(cryptography, actor, 'passwords.sendResetLink', input, clock.now())
  const answer = await storage.transaction((tx) =>
    once(tx, call, async () => {
      await requireUnchanged(tx, user)
      await tx.outbox.withdraw(user.id, 'reset')
      await tx.tokens.issue(pending)
      await tx.outbox.add([mail])
      await tx.audit.append(entry)
      return { expiresAt: isoOf(expiresAt) }
    }),
  )
  nudge()
  return answer
}
