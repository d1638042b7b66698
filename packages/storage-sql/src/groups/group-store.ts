import type { GroupRecord, GroupStore } from '@rollcall/core'
import { type Grant, nameKey } from '@rollcall/core/rules'
import { type Kysely, sql } from 'kysely'
import { type Connection, hot, type SlotsOf } from '../connection.ts'
import { AT_ONCE, type GroupsTable, type Tables } from '../tables.ts'
import { seenBy } from '../users/sight-sql.ts'

/** Groups, their domains, grants and the people put into them. */
export function groupStore(connection: Connection): GroupStore {
  const { db, dialect } = connection

  /** Changes the row and moves its version, unless it moved meanwhile. */
  async function move(id: string, version: number, set: Partial<GroupsTable>): Promise<boolean> {
    const moved = db.updateTable('groups').set({ ...set, version: version + 1 })
    const { numUpdatedRows } = await moved.where('id', '=', id).where('version', '=', version).executeTakeFirst()
    return numUpdatedRows > 0n
  }

  return {
    async insert(group) {
      const { id, createdAt, version } = group
      const row = { id, created_at: createdAt, version, ...columnsOf(id, group) }
      await db.insertInto('groups').values(row).execute()
      await giveDomains(db, id, group.domains)
      await giveGrants(db, id, group.grants)
    },

    async find(id) {
      const row = await db.selectFrom('groups').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? groupOf(row) : null
    },

    async list(sight) {
      const seen = db
        .selectFrom('memberships')
        .innerJoin('users', 'users.id', 'memberships.user_id')
        .where(seenBy(sight))
        .groupBy('memberships.group_id')
        .select(['memberships.group_id', (eb) => eb.fn.count<number>('memberships.user_id').distinct().as('members')])
      const rows = await db
        .selectFrom('groups')
        .leftJoin(seen.as('seen'), 'seen.group_id', 'groups.id')
        .selectAll('groups')
        .select('seen.members')
        .orderBy('groups.name_key')
        .orderBy('groups.id')
        .execute()
      return rows.map((row) => ({ ...groupOf(row), members: row.members ?? 0 }))
    },

    async update(id, version, changes) {
      if (!(await move(id, version, columnsOf(id, changes)))) return 'stale'
      if (changes.domains) {
        await db.deleteFrom('group_domains').where('group_id', '=', id).execute()
        await giveDomains(db, id, changes.domains)
      }
      if (changes.grants) {
        await db.deleteFrom('group_grants').where('group_id', '=', id).execute()
        await giveGrants(db, id, changes.grants)
      }
      return 'updated'
    },

    async changeMembers(id, version, { add, remove }) {
      if (!(await move(id, version, {}))) return 'stale'
      for (const some of inParts(remove)) {
        await db.deleteFrom('group_members').where('group_id', '=', id).where('user_id', 'in', some).execute()
      }
      for (const some of inParts(add)) {
        const people = db
          .selectFrom('users')
          .select([sql.val(id).as('group_id'), 'id'])
          .where('id', 'in', some)
        const members = db.insertInto('group_members').columns(['group_id', 'user_id']).expression(people)
        await dialect.unlessThere(members).execute()
      }
      return 'updated'
    },

    async remove(id) {
      // Domains, grants and members go with the row.
      const { numDeletedRows } = await db.deleteFrom('groups').where('id', '=', id).executeTakeFirst()
      return numDeletedRows > 0n
    },

    async ofUser(userId) {
      return connection.all(findOfUser, { userId })
    },

    async byHand(id, userIds) {
      const found: string[] = []
      for (const some of inParts(userIds)) {
        const members = db.selectFrom('group_members').select('user_id').where('group_id', '=', id)
        const rows = await members.where('user_id', 'in', some).execute()
        found.push(...rows.map((row) => row.user_id))
      }
      return found
    },
  }
}

const findOfUser = hot((db, { userId }: SlotsOf<{ userId: string }>) =>
  db
    .selectFrom('memberships')
    .innerJoin('groups', 'groups.id', 'memberships.group_id')
    .select(['groups.id', 'groups.name'])
    // By hand where both are true: it sorts behind.
    .select((eb) => eb.fn.max('memberships.source').as('by'))
    .where('memberships.user_id', '=', userId)
    .groupBy('groups.id')
    .orderBy('groups.name_key')
    .orderBy('groups.id'),
)

/** Takes every grant that groups give on that resource; their versions move. */
export async function takeGroupGrants({ db, dialect }: Connection, scope: string): Promise<void> {
  const ids = db.selectFrom('group_grants').select('group_id').where('scope', '=', scope)
  const giving = db.selectFrom('groups').select(['id', 'grants']).where('id', 'in', ids)
  const groups = await dialect.locked(giving.orderBy('id')).execute()
  for (const { id, grants } of groups) {
    const left = (JSON.parse(grants) as Grant[]).filter((grant) => grant.scope !== scope)
    await db
      .updateTable('groups')
      .set((row) => ({ grants: JSON.stringify(left), version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  }
  await db.deleteFrom('group_grants').where('scope', '=', scope).execute()
}

type Changes = Parameters<GroupStore['update']>[2]

/** The columns of what is given; Kysely leaves out what is undefined. */
function columnsOf(id: string, changes: Pick<GroupRecord, 'name' | 'description' | 'domains' | 'grants'>): GroupColumns
function columnsOf(id: string, changes: Changes): Partial<GroupColumns>
function columnsOf(id: string, { name, description, domains, grants }: Changes): Partial<GroupColumns> {
  const inherited = grants?.map(({ role, scope }): Grant => ({ role, scope, source: 'group', group: id }))
  return {
    ...(name !== undefined && { name, name_key: nameKey(name) }),
    ...(description !== undefined && { description }),
    ...(domains && { domains: JSON.stringify(domains) }),
    ...(inherited && { grants: JSON.stringify(inherited) }),
  }
}

type GroupColumns = Pick<GroupsTable, 'name' | 'name_key' | 'description' | 'domains' | 'grants'>

function groupOf(row: GroupsTable): GroupRecord {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    domains: JSON.parse(row.domains),
    grants: (JSON.parse(row.grants) as GroupRecord['grants']).map(({ role, scope }) => ({ role, scope })),
    createdAt: row.created_at,
    version: row.version,
  }
}

async function giveDomains(db: Kysely<Tables>, id: string, domains: GroupRecord['domains']): Promise<void> {
  if (domains.length === 0) return
  const rows = [...new Set(domains)].map((domain) => ({ group_id: id, domain }))
  await db.insertInto('group_domains').values(rows).execute()
}

async function giveGrants(db: Kysely<Tables>, id: string, grants: GroupRecord['grants']): Promise<void> {
  const distinct = new Map(grants.map(({ role, scope }) => [JSON.stringify([role, scope]), { role, scope }]))
  const rows = [...distinct.values()].map((grant) => ({ group_id: id, ...grant }))
  if (rows.length > 0) await db.insertInto('group_grants').values(rows).execute()
}

function* inParts(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) yield ids.slice(from, from + AT_ONCE)
}
