import { register } from '../registered.ts'

export const sessions = {
  title: 'Sessions',
  current: 'This session',
  activeNow: 'active now',
  lastUsed: 'last used {time}',
  end: 'End',
  ended: 'Ended the session',
  endAll: { one: 'End {count}…', other: 'End all {count}…' },
  endOthers: { one: 'End the other…', other: 'End the other {count}…' },
  endAllTitle: { one: 'End this session?', other: 'End all {count} sessions?' },
  endAllDetail: 'Whoever uses them is signed out at once and has to sign in again.',
  endAllNow: { one: 'End session', other: 'End {count} sessions' },
  endedAll: { one: 'Ended {count} session', other: 'Ended {count} sessions' },
  none: 'Not signed in anywhere',
  noneDetail: 'Each browser that signs in is listed here until it signs out or its session ends.',
  didNotLoad: 'The sessions did not load',
} as const

register({ sessions })
