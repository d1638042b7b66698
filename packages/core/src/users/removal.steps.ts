import type { CompiledAccess } from '../access/power.rules.ts'
import type { AuditRecord } from '../audit/audit.store.ts'
import { eventsOf } from '../outbox/event.steps.ts'
import type { Sealing } from '../outbox/outbox.steps.ts'
import type { EventSink } from '../ports/event-sink.ts'
import type { Stores } from '../ports/storage.ts'
import { reportOwnerless, solelyOwned } from '../resources/ownerless.steps.ts'
import type { Links } from '../system/links.rules.ts'
import type { User } from './user.rules.ts'

/** Removes somebody in the open transaction, writes it down, and reports what has no owner any more. */
export async function removeUser(
  tx: Stores,
  tools: Sealing & { readonly access: CompiledAccess; readonly links: Links; readonly events: EventSink | null },
  user: User,
  entry: AuditRecord,
): Promise<void> {
  const resources = await solelyOwned(tx, tools.access, user)
  await tx.users.remove(user.id)
  await tx.audit.append(entry)
  await reportOwnerless(tx, tools, { id: entry.id, person: user, because: 'deleted', resources })
  await tx.outbox.add(eventsOf(tools, 'user.deleted', user))
}
