import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import { composeMail, newMailId } from '../outbox/outbox.steps.ts'
import { newToken } from '../tokens/token.steps.ts'
import { emailKey } from './identifier.rules.ts'
import type { usersContract } from './users.contract.ts'

/**
 * Mails a link to the address somebody wants instead of theirs. An address that is taken is answered alike and gets no
 * mail, so that nobody learns who has an account.
 */
export const requestEmailChange: UseCase<typeof usersContract.requestEmailChange> =
  (effects) => async (caller, input) => {
    const { storage, policy, links, nudge } = effects
    const { user } = requireUser(caller).real
    if (user.authentication.kind === 'external') refuse('not-allowed', { reason: 'single-sign-on' })
    if (policy.emailChange === null) return refuse('not-allowed', { reason: 'disabled-by-policy' })
    const key = emailKey(input.email)
    const holder = key === null ? null : await storage.users.findByKey(key)
    // Somebody's own address may be typed otherwise than it was.
    if (key === null || (holder && (holder.id !== user.id || input.email === user.email))) return {}

    const { record, token, code } = await newToken(effects, policy.emailChange, {
      kind: 'email-change',
      userId: user.id,
      senderId: null,
      sends: 1,
      mailId: newMailId(effects),
      email: input.email,
    })
    const { expiresAt, codeExpiresAt, mailId } = record
    const credential = { ...links.credential('emailChange', token), code }
    const mail = await composeMail(
      effects,
      { ...user, email: input.email },
      { template: 'email-change', data: { expiresAt, codeExpiresAt }, credential },
      { id: mailId, expiresAt },
    )
    const entry = await composeEntry(effects, caller, {
      action: 'users.requestEmailChange',
      target: user,
      changes: { email: [user.email, input.email] },
    })
    await storage.transaction(async (tx) => {
      await tx.outbox.withdraw(user.id, 'email-change')
      await tx.tokens.issue(record)
      await tx.outbox.add([mail])
      await tx.audit.append(entry)
    })
    nudge()
    return {}
  }
