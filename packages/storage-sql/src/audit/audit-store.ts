import type { AuditParty, AuditRecord, AuditStore } from '@rollcall/core'
import type { Sight } from '@rollcall/core/rules'
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import { type Connection, insertRow, insertUnlessThere } from '../connection.ts'
import { AT_ONCE, type AuditEntriesTable, flag, type Tables } from '../tables.ts'
import { seenBy } from '../users/sight-sql.ts'

/** Audit entries and the seals over them. */
export function auditStore(connection: Connection): AuditStore {
  const { db, dialect } = connection
  const entries = () => db.selectFrom('audit_entries').selectAll().orderBy('at').orderBy('id')

  return {
    async append(entry) {
      await insertRow(connection, 'audit_entries', rowOf(entry))
    },

    async unsealed(limit) {
      return (await entries().where('seal', 'is', null).limit(limit).execute()).map(entryOf)
    },

    async lastSeal() {
      const seals = db.selectFrom('seals').selectAll().orderBy('number', 'desc').limit(1)
      return (await seals.executeTakeFirst()) ?? null
    },

    async seal(seal, entryIds) {
      if (!(await insertUnlessThere(connection, 'seals', { ...seal }))) return false
      let covered = 0n
      for (let from = 0; from < entryIds.length; from += AT_ONCE) {
        const { numUpdatedRows } = await db
          .updateTable('audit_entries')
          .set({ seal: seal.number })
          .where('id', 'in', entryIds.slice(from, from + AT_ONCE))
          .where('seal', 'is', null)
          .executeTakeFirst()
        covered += numUpdatedRows
      }
      if (covered === BigInt(entryIds.length)) return true
      await db.updateTable('audit_entries').set({ seal: null }).where('seal', '=', seal.number).execute()
      await db.deleteFrom('seals').where('number', '=', seal.number).execute()
      return false
    },

    async sealed(after, limit) {
      const seals = await db
        .selectFrom('seals')
        .selectAll()
        .where('number', '>', after)
        .orderBy('number')
        .limit(limit)
        .execute()
      const batches = []
      for (const seal of seals) {
        const covered = await entries().where('seal', '=', seal.number).execute()
        batches.push({ seal, entries: covered.map(entryOf) })
      }
      return batches
    },

    async list(filter, after, limit) {
      const { sight, userId, actions, from, until, impersonated } = filter
      const newestFirst = () => {
        const walk = db.selectFrom('audit_entries').orderBy('at', 'desc').orderBy('id', 'desc').limit(limit)
        return walk.where((eb) => {
          const all: Expression<SqlBool>[] = []
          if (after !== null) all.push(dialect.beyond([sql.ref('at'), sql.ref('id')], '<', [after.at, after.id]))
          if (from !== null) all.push(eb('at', '>=', from))
          if (until !== null) all.push(eb('at', '<', until))
          if (actions.length > 0) all.push(eb('action', 'in', actions))
          if (impersonated) all.push(eb('impersonated', '=', 1))
          if (sight.kind === 'some') all.push(eb.exists(concerned(db, sight)))
          return eb.and(all)
        })
      }
      if (userId === null) return (await newestFirst().selectAll().execute()).map(entryOf)
      // Three short walks, each along its index, instead of one through everybody's entries.
      const real = newestFirst().select('id').where('real_id', '=', userId)
      const target = newestFirst().select('id').where('target_id', '=', userId)
      const effective = newestFirst().select('id').where('effective_id', '=', userId).where('impersonated', '=', 1)
      const ids = db
        .selectFrom(real.as('real'))
        .select('id')
        .union(db.selectFrom(target.as('target')).select('id'))
        .union(db.selectFrom(effective.as('effective')).select('id'))
      return (await newestFirst().selectAll().where('id', 'in', ids).execute()).map(entryOf)
    },

    async countUnsealed() {
      const { count } = await db
        .selectFrom('audit_entries')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('seal', 'is', null)
        .executeTakeFirstOrThrow()
      return count
    },
  }
}

/** Whom an entry is about, or without a target whose act it was, while they are there and seen. */
function concerned(db: Kysely<Tables>, sight: Sight) {
  return db
    .selectFrom('users')
    .select(sql.lit(1).as('seen'))
    .where('users.id', '=', sql<string>`coalesce(audit_entries.target_id, audit_entries.real_id)`)
    .where(seenBy(sight))
}

function rowOf(entry: AuditRecord) {
  return {
    id: entry.id,
    at: entry.at,
    action: entry.action,
    real_id: entry.real?.id ?? null,
    real_name: entry.real?.name ?? null,
    effective_id: entry.effective?.id ?? null,
    effective_name: entry.effective?.name ?? null,
    impersonated: flag(entry.effective?.id !== entry.real?.id),
    target_id: entry.target?.id ?? null,
    target_name: entry.target?.name ?? null,
    changes: JSON.stringify(entry.changes),
    reason: entry.reason,
    address: entry.address,
    mac: entry.mac,
  }
}

function entryOf(row: AuditEntriesTable): AuditRecord {
  return {
    id: row.id,
    at: row.at,
    action: row.action,
    real: partyOf(row.real_id, row.real_name),
    effective: partyOf(row.effective_id, row.effective_name),
    target: partyOf(row.target_id, row.target_name),
    changes: JSON.parse(row.changes),
    reason: row.reason,
    address: row.address,
    mac: row.mac,
  }
}

function partyOf(id: string | null, name: string | null): AuditParty | null {
  return id === null || name === null ? null : { id, name }
}
