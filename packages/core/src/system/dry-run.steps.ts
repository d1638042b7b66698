import type { Storage, Stores } from '../ports/storage.ts'

const UNDO = Symbol('undo')

/**
 * A storage whose transactions do everything, answer as always, and are undone: what runs on it finds out exactly what it
 * would be refused, and changes nothing.
 */
export function dryRun(storage: Storage): Storage {
  type Run = <T>(work: (tx: Stores) => Promise<T>) => Promise<T>
  const undoing = (run: Run): Run => {
    return async <T>(work: (tx: Stores) => Promise<T>) => {
      const results: T[] = []
      await run(async (tx) => {
        results[0] = await work(tx)
        throw UNDO
      }).catch((error: unknown) => {
        if (error !== UNDO) throw error
      })
      return results[0] as T
    }
  }
  return {
    users: storage.users,
    credentials: storage.credentials,
    tokens: storage.tokens,
    lockout: storage.lockout,
    sessions: storage.sessions,
    apiTokens: storage.apiTokens,
    resources: storage.resources,
    groups: storage.groups,
    outbox: storage.outbox,
    audit: storage.audit,
    answers: storage.answers,
    settings: storage.settings,
    imports: storage.imports,
    transaction: undoing((work) => storage.transaction(work)),
    withAdministratorsLocked: undoing((work) => storage.withAdministratorsLocked(work)),
    check: () => storage.check(),
    purge: (now) => storage.purge(now),
    close: () => storage.close(),
  }
}
