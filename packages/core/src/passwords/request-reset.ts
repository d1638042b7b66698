import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects, UseCase } from '../effects.ts'
import type { Actor } from '../kernel/actor.ts'
import { composeMail, newMailId } from '../outbox/outbox.steps.ts'
import { newToken } from '../tokens/token.steps.ts'
import type { UserRecord } from '../users/user.rules.ts'
import { findByIdentifier } from '../users/user.steps.ts'
import type { passwordsContract } from './passwords.contract.ts'

/** Every answer takes at least that long, so that its time does not tell whether somebody got a mail. Milliseconds. */
const FLOOR = 200

/** Asking again within that time sends nothing new. Milliseconds. */
const PAUSE = 60_000

/** Mails a reset link and code to whoever has that identifier; answers alike for nobody. Works while locked. */
export const requestReset: UseCase<typeof passwordsContract.requestReset> = (effects) => async (actor, input) => {
  const { storage, policy, clock } = effects
  const send = async () => {
    const user = await findByIdentifier(storage, policy, input.identifier)
    if (user) await sendLink(effects, actor, user)
  }
  await Promise.all([send(), clock.wait(FLOOR)])
  return {}
}

async function sendLink(effects: Effects, actor: Actor, user: UserRecord): Promise<void> {
  const { storage, policy, links, clock, nudge } = effects
  if (!user.enabled || user.registeredAt === null || user.authentication.kind === 'external') return
  const live = await storage.tokens.findByUser('reset', user.id)
  if (live && clock.now() < live.createdAt + PAUSE) return
  const { record, token, code } = await newToken(effects, policy.reset, {
    kind: 'reset',
    userId: user.id,
    senderId: null,
    sends: 1,
    mailId: newMailId(effects),
  })
  const { expiresAt, codeExpiresAt, mailId } = record
  const credential = { ...links.credential('reset', token), code, temporaryPassword: null }
  const mail = await composeMail(
    effects,
    user,
    { template: 'reset', data: { by: null, expiresAt, codeExpiresAt }, credential },
    { id: mailId, expiresAt },
  )
  const entry = await composeEntry(effects, actor, { action: 'passwords.requestReset', target: user })
  await storage.transaction(async (tx) => {
    await tx.outbox.withdraw(user.id, 'reset')
    await tx.tokens.issue(record)
    await tx.outbox.add([mail])
    await tx.audit.append(entry)
  })
  nudge()
}
