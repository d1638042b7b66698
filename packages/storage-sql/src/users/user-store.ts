import type { IdentifierConflict, UserStore } from '@rollcall/core'
import type { Grant, UserKeys } from '@rollcall/core/rules'
import type { Kysely } from 'kysely'
import { type Connection, hot, type SlotsOf } from '../connection.ts'
import type { IdentifiersTable, Tables } from '../tables.ts'
import { listUsers, matching } from './user-list.ts'
import { changedRow, newRow, ownGrants, people, recordOf, STATE_COLUMNS, USER_COLUMNS } from './user-rows.ts'

/** People and their identifiers, grants and states. */
export function userStore(connection: Connection): UserStore {
  const { db } = connection
  return {
    async insert(user) {
      const conflict = await conflictOf(db, user.id, user.keys)
      if (conflict) return conflict
      await db.insertInto('users').values(newRow(user)).execute()
      await db.insertInto('user_states').values({ user_id: user.id, active_at: user.registeredAt }).execute()
      await takeIdentifiers(db, user.id, user.keys)
      await giveGrants(db, user.id, user.grants)
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

    async findMany(ids) {
      if (ids.length === 0) return []
      return (await records(db).where('users.id', 'in', ids).execute()).map(recordOf)
    },

    async update(id, version, changes) {
      const { fields, keys, grants } = changes
      const at = db.selectFrom('users').select(['version', 'registered_at']).where('id', '=', id)
      const before = await at.executeTakeFirst()
      if (before?.version !== version) return 'stale'
      const conflict = await conflictOf(db, id, keys)
      if (conflict) return conflict
      const moved = await db
        .updateTable('users')
        .set({ ...changedRow(changes), version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      if (moved.numUpdatedRows === 0n) return 'stale'
      await db.deleteFrom('identifiers').where('user_id', '=', id).execute()
      await takeIdentifiers(db, id, keys)
      if (grants) {
        await db.deleteFrom('grants').where('user_id', '=', id).execute()
        await giveGrants(db, id, grants.all)
      }
      if (before.registered_at === null && fields.registeredAt != null) {
        await db.updateTable('user_states').set({ active_at: fields.registeredAt }).where('user_id', '=', id).execute()
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

    list: (filter, page, time) => listUsers(db, filter, page, time),

    async count(filter, atMost, time) {
      const some = matching(db, filter, time).select('users.id').limit(atMost).as('some')
      const counted = db.selectFrom(some).select((eb) => eb.fn.countAll<number>().as('count'))
      return (await counted.executeTakeFirstOrThrow()).count
    },

    async countHolders(roles) {
      if (roles.length === 0) return 0
      const ids = holders(db, roles).select((eb) => eb.fn.count<number>('users.id').distinct().as('count'))
      return (await ids.executeTakeFirstOrThrow()).count
    },

    async listHolders(roles) {
      if (roles.length === 0) return []
      const ids = holders(db, roles).select('users.id')
      return (await records(db).where('users.id', 'in', ids).execute()).map(recordOf)
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

const findById = hot((db, { id }: SlotsOf<{ id: string }>) => records(db).where('users.id', '=', id))

const findByKey = hot((db, { key }: SlotsOf<{ key: string }>) =>
  records(db).innerJoin('identifiers', 'identifiers.user_id', 'users.id').where('identifiers.key', '=', key),
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

function records(db: Kysely<Tables>) {
  return people(db).select([...USER_COLUMNS, ...STATE_COLUMNS])
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
  db: Kysely<Tables>,
  id: string,
  { email, username }: UserKeys,
): Promise<IdentifierConflict | null> {
  const taken = await db
    .selectFrom('identifiers')
    .select('key')
    .where('key', 'in', username === null ? [email] : [email, username])
    .where('user_id', '!=', id)
    .execute()
  if (taken.length === 0) return null
  return taken.some(({ key }) => key === email) ? 'email-in-use' : 'username-in-use'
}

async function takeIdentifiers(db: Kysely<Tables>, userId: string, { email, username }: UserKeys): Promise<void> {
  const taken: IdentifiersTable[] = [{ key: email, user_id: userId, kind: 'email' }]
  if (username !== null && username !== email) taken.push({ key: username, user_id: userId, kind: 'username' })
  await db.insertInto('identifiers').values(taken).execute()
}

async function giveGrants(db: Kysely<Tables>, userId: string, grants: readonly Grant[]): Promise<void> {
  const own = ownGrants(grants)
  if (own.length === 0) return
  const rows = own.map(({ role, scope, source }) => ({ user_id: userId, role, scope: scope ?? '', source }))
  await db
    .insertInto('grants')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
