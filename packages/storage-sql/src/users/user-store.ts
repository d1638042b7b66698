import type { IdentifierConflict, UserStore } from '@rollcall/core'
import type { Grant, UserKeys, UserRecord } from '@rollcall/core/rules'
import type { Kysely } from 'kysely'
import { type Connection, hot, insertRow, type SlotsOf } from '../connection.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import { AT_ONCE, type Tables, type UserStatesTable } from '../tables.ts'
import { countUsers, listUsers } from './user-list.ts'
import { changedRow, newRow, ownGrants, people, recordOf, STATE_COLUMNS, userColumns } from './user-rows.ts'

/** People and their identifiers, grants and states. */
export function userStore(connection: Connection): UserStore {
  const { db, dialect } = connection
  const all = () => records(db, dialect)
  return {
    async insert(user) {
      const conflict = await conflictOf(connection, user.id, user.keys)
      if (conflict) return conflict
      await insertRow(connection, 'users', newRow(user))
      const { id, organization, registeredAt } = user
      await insertRow(connection, 'user_states', { user_id: id, organization, active_at: registeredAt })
      await takeIdentifiers(connection, id, user.keys)
      await giveGrants(connection, id, user.grants)
      return 'inserted'
    },

    async find(id) {
      const row = await connection.first(findById, { id })
      return row ? recordOf(row) : null
    },

    async findByKey(key) {
      const row = await connection.first(findByKey, { key })
      return row ? recordOf(row) : null
    },

    async findBySubject(provider, subject) {
      const row = await connection.first(findBySubject, { provider, subject })
      return row ? recordOf(row) : null
    },

    async findByKeys(keys) {
      const found = new Map<string, UserRecord>()
      for (let from = 0; from < keys.length; from += AT_ONCE) {
        const some = db
          .selectFrom('identifiers')
          .select('user_id')
          .where('key', 'in', keys.slice(from, from + AT_ONCE))
        const rows = await all().where('users.id', 'in', some).execute()
        for (const row of rows) found.set(row.id, recordOf(row))
      }
      return [...found.values()]
    },

    async findMany(ids) {
      if (ids.length === 0) return []
      return (await all().where('users.id', 'in', ids).execute()).map(recordOf)
    },

    async update(id, version, changes) {
      const { fields, keys, grants } = changes
      const at = db.selectFrom('users').select(['version', 'registered_at']).where('id', '=', id)
      const before = await at.executeTakeFirst()
      if (before?.version !== version) return 'stale'
      const conflict = await conflictOf(connection, id, keys)
      if (conflict) return conflict
      const moved = await db
        .updateTable('users')
        .set({ ...changedRow(changes), version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      if (moved.numUpdatedRows === 0n) return 'stale'
      await db.deleteFrom('identifiers').where('user_id', '=', id).execute()
      await takeIdentifiers(connection, id, keys)
      if (grants) {
        await db.deleteFrom('grants').where('user_id', '=', id).execute()
        await giveGrants(connection, id, grants.all)
      }
      const state: Partial<UserStatesTable> = {}
      if (before.registered_at === null && fields.registeredAt != null) state.active_at = fields.registeredAt
      if (fields.organization !== undefined) state.organization = fields.organization
      if (Object.keys(state).length > 0) {
        await db.updateTable('user_states').set(state).where('user_id', '=', id).execute()
      }
      return 'updated'
    },

    async remove(id) {
      await db.deleteFrom('lockouts').where('key', '=', id).execute()
      await db.deleteFrom('outbox').where('user_id', '=', id).execute()
      // All else goes with the row.
      const { numDeletedRows } = await db.deleteFrom('users').where('id', '=', id).executeTakeFirst()
      return numDeletedRows > 0n
    },

    async noteSignIn(id, now) {
      await connection.change(noteSignIn, { id, now })
    },

    async noteSeen(id, now) {
      await connection.change(noteSeen, { id, now })
    },

    async noteActive(id, now) {
      await db.updateTable('user_states').set({ active_at: now }).where('user_id', '=', id).execute()
    },

    list: (filter, page, time) => listUsers(connection, filter, page, time),

    count: (filter, atMost, time) => countUsers(connection, filter, atMost, time),

    async countHolders(roles) {
      if (roles.length === 0) return 0
      const ids = holders(db, roles).select((eb) => eb.fn.count<number>('users.id').distinct().as('count'))
      return (await ids.executeTakeFirstOrThrow()).count
    },

    async listHolders(roles) {
      if (roles.length === 0) return []
      const ids = holders(db, roles).select('users.id')
      return (await all().where('users.id', 'in', ids).execute()).map(recordOf)
    },

    async scopesWithout(role, scopes, exceptId) {
      if (scopes.length === 0) return []
      const held = grantsInUse(db).select('held_grants.scope').distinct()
      const here = held.where('held_grants.role', '=', role).where('held_grants.scope', 'in', scopes)
      const rows = await (exceptId === null ? here : here.where('users.id', '!=', exceptId)).execute()
      return scopes.filter((scope) => !rows.some((row) => row.scope === scope))
    },
  }
}

const findById = hot((db, { id }: SlotsOf<{ id: string }>, dialect) => records(db, dialect).where('users.id', '=', id))

const findByKey = hot((db, { key }: SlotsOf<{ key: string }>, dialect) =>
  records(db, dialect).innerJoin('identifiers', 'identifiers.user_id', 'users.id').where('identifiers.key', '=', key),
)

const findBySubject = hot((db, { provider, subject }: SlotsOf<{ provider: string; subject: string }>, dialect) =>
  records(db, dialect).where('users.auth_subject', '=', subject).where('users.auth_provider', '=', provider),
)

const noteSignIn = hot((db, { id, now }: SlotsOf<{ id: string; now: number }>) =>
  db
    .updateTable('user_states')
    .set({ last_sign_in_at: now, last_seen_at: now, active_at: now })
    .where('user_id', '=', id),
)

const noteSeen = hot((db, { id, now }: SlotsOf<{ id: string; now: number }>) =>
  db.updateTable('user_states').set({ last_seen_at: now }).where('user_id', '=', id),
)

function records(db: Kysely<Tables>, dialect: SqlDialect) {
  return people(db).select([...userColumns(dialect), ...STATE_COLUMNS])
}

/** Grants of people who could use them: registered and enabled. */
function grantsInUse(db: Kysely<Tables>) {
  return db
    .selectFrom('held_grants')
    .innerJoin('users', 'users.id', 'held_grants.user_id')
    .where('users.enabled', '=', 1)
    .where('users.registered_at', 'is not', null)
}

function holders(db: Kysely<Tables>, roles: readonly string[]) {
  return grantsInUse(db).where('held_grants.role', 'in', roles).where('held_grants.scope', '=', '')
}

/** Which key somebody else has. Nobody takes it meanwhile: the caller's transaction writes. */
async function conflictOf(
  connection: Connection,
  id: string,
  { email, username }: UserKeys,
): Promise<IdentifierConflict | null> {
  const taken = await connection.all(findTaken, { id, email, username: username ?? email })
  if (taken.length === 0) return null
  return taken.some(({ key }) => key === email) ? 'email-in-use' : 'username-in-use'
}

const findTaken = hot((db, { id, email, username }: SlotsOf<{ id: string; email: string; username: string }>) =>
  db.selectFrom('identifiers').select('key').where('key', 'in', [email, username]).where('user_id', '!=', id),
)

async function takeIdentifiers(connection: Connection, userId: string, { email, username }: UserKeys): Promise<void> {
  const taken = { user_id: userId, kind: 'email' } as const
  await insertRow(connection, 'identifiers', { ...taken, key: email })
  if (username === null || username === email) return
  await insertRow(connection, 'identifiers', { ...taken, key: username, kind: 'username' })
}

async function giveGrants(connection: Connection, userId: string, grants: readonly Grant[]): Promise<void> {
  const rows = ownGrants(grants).map(({ role, scope, source }) => ({
    user_id: userId,
    role,
    scope: scope ?? '',
    source,
  }))
  const distinct = new Map(rows.map((row) => [JSON.stringify(row), row]))
  for (const row of distinct.values()) await insertRow(connection, 'grants', row)
}
