import type { EventSink, RollcallEvent } from '@rollcall/core'

/** What Rollcall told the app store since it started. */
export interface Events {
  readonly sink: EventSink
  /** Newest first, the last hundred. */
  readonly all: () => readonly RollcallEvent[]
}

/** Keeps events in memory and passes each on once; a host would put them into its queue. */
export function keepEvents(receive: (event: RollcallEvent) => void): Events {
  const events: RollcallEvent[] = []
  return {
    all: () => events,
    sink: {
      async emit(event) {
        if (events.some(({ id }) => id === event.id)) return
        receive(event)
        events.unshift(event)
        events.splice(100)
      },
    },
  }
}
