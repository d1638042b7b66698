import type { Storage, Stores } from '@rollcall/core'
import { apiTokenStore } from './api-tokens/api-token-store.ts'
import { auditStore } from './audit/audit-store.ts'
import { lockoutStore } from './lockout/lockout-store.ts'
import { outboxStore } from './outbox/outbox-store.ts'
import { credentialStore } from './passwords/credential-store.ts'
import { purge } from './purge.ts'
import { resourceStore } from './resources/resource-store.ts'
import { sessionStore } from './sessions/session-store.ts'
import { answerStore } from './system/answer-store.ts'
import { draftsOver, emptyTables, type Tables } from './tables.ts'
import { tokenStore } from './tokens/token-store.ts'
import { userStore } from './users/user-store.ts'

/**
 * A `Storage` in this process's memory, empty at first and gone with it: for tests, stories and the in-browser backend.
 * Transactions take turns; reads outside of them see what is committed and wait for nobody.
 */
export function createMemoryStorage(): Storage {
  const committed = emptyTables()
  let lastTurn: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    const turn = lastTurn.then(async () => {
      const drafts = draftsOver(committed)
      const answer = await work(drafts)
      for (const draft of Object.values(drafts)) draft.commit()
      return answer
    })
    lastTurn = turn.catch(() => undefined)
    return turn
  }

  const transaction: Storage['transaction'] = (work) => inTurn((tables) => work(storesOver(tables)))

  /** A call outside of a transaction. Store methods never wait, so that its drafts are whole when it returns. */
  const alone: Storage['transaction'] = async (call) => {
    const drafts = draftsOver(committed)
    const answer = call(storesOver(drafts))
    const wrote = Object.values(drafts).some((draft) => draft.changed())
    return wrote ? transaction(call) : answer
  }

  return {
    ...standingAlone(alone),
    transaction,
    withAdministratorsLocked: transaction,
    check: async () => undefined,
    purge: (now) => inTurn(async (tables) => purge(tables, now)),
    close: async () => undefined,
  }
}

function storesOver(tables: Tables): Stores {
  return {
    users: userStore(tables),
    credentials: credentialStore(tables),
    tokens: tokenStore(tables),
    lockout: lockoutStore(tables),
    sessions: sessionStore(tables),
    apiTokens: apiTokenStore(tables),
    resources: resourceStore(tables),
    outbox: outboxStore(tables),
    audit: auditStore(tables),
    answers: answerStore(tables),
  }
}

/** Stores of which every method is a transaction of its own. */
function standingAlone(alone: Storage['transaction']): Stores {
  const stores = Object.entries(storesOver(draftsOver(emptyTables()))).map(([name, store]) => [
    name,
    Object.fromEntries(
      Object.keys(store).map((method) => [
        method,
        (...input: unknown[]) =>
          alone<unknown>(async (tx) => {
            const store: object = Reflect.get(tx, name)
            return Reflect.apply(Reflect.get(store, method), store, input)
          }),
      ]),
    ),
  ])
  return Object.fromEntries(stores)
}
