import type { Storage, Stores } from '@rollcall/core'
import { apiTokenStore } from './api-tokens/api-token-store.ts'
import { auditStore } from './audit/audit-store.ts'
import type { Connection, Engine } from './connection.ts'
import { groupStore } from './groups/group-store.ts'
import { importStore } from './imports/import-store.ts'
import { lockoutStore } from './lockout/lockout-store.ts'
import { reserving } from './lockout/reserving.ts'
import { type MigrationReport, migrate, takeGuard } from './migrations/migrate.ts'
import { outboxStore } from './outbox/outbox-store.ts'
import { credentialStore } from './passwords/credential-store.ts'
import { purge } from './purge.ts'
import { resourceStore } from './resources/resource-store.ts'
import { sessionStore } from './sessions/session-store.ts'
import { settingsStore } from './settings/settings-store.ts'
import { answerStore } from './system/answer-store.ts'
import { tokenStore } from './tokens/token-store.ts'
import { userStore } from './users/user-store.ts'

/** A `Storage` in a SQL database. */
export interface SqlStorage extends Storage {
  /** Brings the schema up to this code, and creates the database where that is a file. Safe to run at any time, by many at once. */
  migrate(): Promise<MigrationReport>
  /** What about the database makes it slower than it could be, and what to do: sentences, none when all is well. */
  warnings(): Promise<readonly string[]>
}

const engines = new WeakMap<Storage, Engine>()

/** The database behind a storage. Throws a `TypeError` for a storage that was not made here. */
export function engineOf(storage: SqlStorage): Engine {
  const engine = engines.get(storage)
  if (!engine) throw new TypeError('Rollcall: this is no storage of @rollcall/storage-sql; pass it as it was made')
  return engine
}

const USER_READS = [
  'find',
  'findByKey',
  'findByKeys',
  'findMany',
  'list',
  'count',
  'countHolders',
  'listHolders',
  'scopesWithout',
] as const

/** Everything `Storage` promises, over any engine. */
export function createSqlStorage(engine: Engine): SqlStorage {
  const transaction = <T>(work: (tx: Stores) => Promise<T>) =>
    engine.transaction((connection) => work(storesOver(connection)))

  const storage: SqlStorage = {
    users: alone(engine, userStore, USER_READS),
    credentials: alone(engine, credentialStore, ['find', 'former']),
    tokens: alone(engine, tokenStore, ['find', 'findByUser']),
    lockout: { ...alone(engine, lockoutStore, ['lockedAt', 'listFailedSignIns']), reserve: reserving(engine) },
    sessions: alone(engine, sessionStore, ['find', 'findById', 'list']),
    apiTokens: alone(engine, apiTokenStore, ['find', 'list']),
    resources: alone(engine, resourceStore, ['findMany', 'list']),
    groups: alone(engine, groupStore, ['find', 'list', 'ofUser', 'byHand']),
    outbox: alone(engine, outboxStore, ['delivery', 'countSince', 'backlog']),
    audit: alone(engine, auditStore, ['unsealed', 'lastSeal', 'sealed', 'list', 'countUnsealed']),
    answers: alone(engine, answerStore, ['find']),
    settings: alone(engine, settingsStore, ['find']),
    imports: {
      ...alone(engine, importStore, ['find', 'totals', 'chunkAfter', 'nextWaiting']),
      // Nothing finds them before the import is complete, which brings them to the disk.
      addChunk: (chunk) => engine.transaction((connection) => importStore(connection).addChunk(chunk), 'fleeting'),
    },
    transaction,
    withAdministratorsLocked: (work) =>
      engine.transaction(async (connection) => {
        await takeGuard(connection.db, 'administrators')
        return work(storesOver(connection))
      }),
    check: () => engine.check(),
    purge: (now) => engine.transaction((connection) => purge(connection, now)),
    migrate: () => migrate(engine),
    warnings: () => engine.reader.dialect.warnings(engine.reader.db),
    close: () => engine.close(),
  }
  engines.set(storage, engine)
  return storage
}

function storesOver(connection: Connection): Stores {
  return {
    users: userStore(connection),
    credentials: credentialStore(connection),
    tokens: tokenStore(connection),
    lockout: lockoutStore(connection),
    sessions: sessionStore(connection),
    apiTokens: apiTokenStore(connection),
    resources: resourceStore(connection),
    groups: groupStore(connection),
    outbox: outboxStore(connection),
    audit: auditStore(connection),
    answers: answerStore(connection),
    settings: settingsStore(connection),
    imports: importStore(connection),
  }
}

type Methods = Record<string, (...args: unknown[]) => Promise<unknown>>

/** A store outside of transactions: its reads go straight to the reader, every other method is a transaction of its own. */
function alone<Store extends object>(
  engine: Engine,
  storeOver: (connection: Connection) => Store,
  reads: readonly (keyof Store)[],
): Store {
  const methodsOver = storeOver as unknown as (connection: Connection) => Methods
  const methods = Object.entries(methodsOver(engine.reader)).map(([name, read]) => {
    const write = (...args: unknown[]) =>
      engine.transaction(async (connection) => methodsOver(connection)[name]?.(...args))
    return [name, (reads as readonly string[]).includes(name) ? read : write]
  })
  return Object.fromEntries(methods) as Store
}
