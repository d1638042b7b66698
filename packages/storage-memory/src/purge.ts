import { FAILED_SIGN_INS_KEPT, UNKNOWN_ATTEMPTS_KEPT } from '@rollcall/core/rules'
import { removeImport } from './imports/import-store.ts'
import { endSessions } from './sessions/session-store.ts'
import type { Tables } from './tables.ts'

/** Forgets what is over at `now`. */
export function purge(tables: Tables, now: number): void {
  endSessions(
    tables,
    [...tables.sessions.values()].filter(({ expiresAt }) => expiresAt <= now),
  )
  for (const token of tables.tokens.values()) {
    const over = token.kind !== 'invitation' && token.expiresAt <= now
    if (over) tables.tokens.delete(`${token.kind} ${token.userId}`)
  }
  for (const token of tables.apiTokens.values()) {
    if (token.expiresAt <= now) tables.apiTokens.delete(token.digest)
  }
  for (const answer of tables.answers.values()) {
    if (answer.expiresAt <= now) tables.answers.delete(answer.key)
  }
  for (const { record } of tables.imports.values()) {
    if (record.expiresAt <= now) removeImport(tables, record.id)
  }
  for (const counter of tables.counters.values()) {
    const unknown = counter.key.startsWith('?')
    if (unknown && counter.usedAt <= now - UNKNOWN_ATTEMPTS_KEPT) tables.counters.delete(counter.key)
  }
  for (const failures of tables.failedSignIns.values()) {
    const kept = failures.filter((failure) => failure.at > now - FAILED_SIGN_INS_KEPT.for)
    const userId = failures[0]?.userId
    if (userId !== undefined && kept.length < failures.length) tables.failedSignIns.set(userId, kept)
  }
}
