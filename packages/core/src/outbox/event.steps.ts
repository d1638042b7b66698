import type { EventSink, EventType } from '../ports/event-sink.ts'
import type { User } from '../users/user.rules.ts'
import { composeEvent, type Sealing } from './outbox.steps.ts'
import type { OutboxRecord } from './outbox.store.ts'

/** The events to queue with a change: none where nobody listens. */
export function eventsOf(
  tools: Pick<Sealing, 'random' | 'clock'> & { readonly events: EventSink | null },
  type: EventType,
  user: User,
): OutboxRecord[] {
  return tools.events ? [composeEvent(tools, type, user)] : []
}
