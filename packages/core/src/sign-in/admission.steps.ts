import { keepingAdministrator } from '../access/administrator.steps.ts'
import { acceptedMail } from '../invitations/accepted.steps.ts'
import type { SystemActor } from '../kernel/actor.ts'
import type { Stores } from '../ports/storage.ts'
import { type AccountTools, applyChange, type Change, prepareChange } from '../users/change.steps.ts'
import type { UserRecord } from '../users/user.rules.ts'

/** What is written in the transaction of whatever a sign-in changes. */
export type Opening = (tx: Stores) => Promise<void>

/**
 * Lets somebody in who has an account, with what their sign-in changes about it (null: nothing). The first one registers
 * them: their invitation is used up, and whoever sent it is told.
 */
export async function admit(
  tools: AccountTools,
  actor: SystemActor,
  user: UserRecord,
  what: Change | null,
  open: Opening,
): Promise<void> {
  const { storage } = tools
  if (what === null) return storage.transaction(open)
  const registers = what.fields.registeredAt !== undefined
  const invitation = registers ? await storage.tokens.findByUser('invitation', user.id) : null
  const notice = await acceptedMail(tools, invitation?.senderId ?? null, { ...user, ...what.fields })
  const prepared = await prepareChange(tools, actor, user, what)
  await keepingAdministrator(tools, user, async (tx) => {
    await applyChange(tx, tools, actor, prepared, user.version)
    if (registers) await tx.tokens.revoke('invitation', user.id)
    if (notice) await tx.outbox.add([notice])
    await open(tx)
  })
}
