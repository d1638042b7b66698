import { composeMail, type Sealing } from '../outbox/outbox.steps.ts'
import type { OutboxRecord } from '../outbox/outbox.store.ts'
import type { Storage } from '../ports/storage.ts'
import type { Links } from '../system/links.rules.ts'
import type { Policy } from '../system/policy.rules.ts'
import { nameOf, type User } from '../users/user.rules.ts'

const DAY = 24 * 3_600_000

/**
 * The mail that tells the sender of an invitation who registered. Beyond the policy's number a day it waits for the
 * day's end (UTC), where the delivery joins all that wait into one. Null when the sender is gone or switched off.
 */
export async function acceptedMail(
  tools: Sealing & { readonly storage: Storage; readonly policy: Policy; readonly links: Links },
  senderId: string | null,
  registered: User,
): Promise<OutboxRecord | null> {
  const { storage, policy, links, clock } = tools
  const sender = senderId === null ? null : await storage.users.find(senderId)
  if (!sender?.enabled || sender.id === registered.id) return null
  const now = clock.now()
  const today = await storage.outbox.countSince(sender.id, 'invitations-accepted', now - (now % DAY))
  return composeMail(
    tools,
    sender,
    {
      template: 'invitations-accepted',
      data: { people: [{ name: nameOf(registered), email: registered.email }], usersLink: links.users },
    },
    today < policy.invitation.digestBeyond ? {} : { dueAt: now - (now % DAY) + DAY },
  )
}
