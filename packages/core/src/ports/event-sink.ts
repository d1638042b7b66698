/** What happened, for the host's other systems. */
export const EVENTS = [
  'user.invited',
  'user.created',
  'user.registered',
  'user.edited',
  'user.enabled',
  'user.disabled',
  'user.deleted',
  'grants.changed',
] as const
export type EventType = (typeof EVENTS)[number]

export interface RollcallEvent {
  /** Stable over retries, so that a receiver can drop a repeated delivery. */
  readonly id: string
  readonly type: EventType
  /** Epoch milliseconds. */
  readonly at: number
  readonly userId: string
  readonly email: string
}

/**
 * Receives every event at least once, after the change was committed; in the order of the changes unless one had to be
 * retried. `emit` rejects when it should be tried again.
 */
export interface EventSink {
  emit(event: RollcallEvent): Promise<void>
}
