import type { Storage, Stores } from '@rollcall/core'
import { apiTokenStore } from './api-tokens/api-token-store.ts'
import { auditStore } from './audit/audit-store.ts'
import { groupStore } from './groups/group-store.ts'
import { importStore } from './imports/import-store.ts'
import { lockoutStore } from './lockout/lockout-store.ts'
import { outboxStore } from './outbox/outbox-store.ts'
import { credentialStore } from './passwords/credential-store.ts'
import { purge } from './purge.ts'
import { resourceStore } from './resources/resource-store.ts'
import { sessionStore } from './sessions/session-store.ts'
import { settingsStore } from './settings/settings-store.ts'
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
  async function alone<T>(call: (tables: Tables) => Promise<T>): Promise<T> {
    const drafts = draftsOver(committed)
    const answer = call(drafts)
    const wrote = Object.values(drafts).some((draft) => draft.changed)
    return wrote ? inTurn(call) : answer
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

const STORES: { readonly [Name in keyof Stores]: (tables: Tables) => Stores[Name] } = {
  users: userStore,
  credentials: credentialStore,
  tokens: tokenStore,
  lockout: lockoutStore,
  sessions: sessionStore,
  apiTokens: apiTokenStore,
  resources: resourceStore,
  groups: groupStore,
  outbox: outboxStore,
  audit: auditStore,
  answers: answerStore,
  settings: settingsStore,
  imports: importStore,
}

function storesOver(tables: Tables): Stores {
  const stores = Object.entries(STORES).map(([name, storeOver]) => [name, storeOver(tables)])
  return Object.fromEntries(stores)
}

/** Stores of which every method is a transaction of its own. */
function standingAlone(alone: <T>(call: (tables: Tables) => Promise<T>) => Promise<T>): Stores {
  const stores = Object.entries(STORES).map(([name, storeOver]) => [
    name,
    Object.fromEntries(
      Object.keys(storeOver(draftsOver(emptyTables()))).map((method) => [
        method,
        (...input: unknown[]) =>
          alone<unknown>(async (tables) => {
            const store = storeOver(tables)
            return Reflect.apply(Reflect.get(store, method), store, input)
          }),
      ]),
    ),
  ])
  return Object.fromEntries(stores)
}
