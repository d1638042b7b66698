export { SessionList, type SessionListProps } from './session-list.tsx'
export { useEndAllSessions, useEndSession } from './use-end-sessions.ts'
