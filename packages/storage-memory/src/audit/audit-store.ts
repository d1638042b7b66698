import type { AuditFilter, AuditRecord, AuditStore } from '@rollcall/core'
import { sees } from '@rollcall/core/rules'
import { withInherited } from '../groups/memberships.ts'
import type { Tables } from '../tables.ts'
import { compareText } from '../text-order.ts'

/** Audit entries, unsealed until a seal takes them. */
export function auditStore(tables: Tables): AuditStore {
  const { unsealed, seals } = tables
  const ascending = () => [...seals.values()].sort((a, b) => a.seal.number - b.seal.number)

  return {
    async append(entry) {
      unsealed.set(entry.id, entry)
    },
    async unsealed(limit) {
      return [...unsealed.values()].sort(compareEntries).slice(0, limit)
    },
    async lastSeal() {
      return ascending().at(-1)?.seal ?? null
    },
    async seal(seal, entryIds) {
      const entries = entryIds.map((id) => unsealed.get(id))
      if (seals.get(String(seal.number)) || !entries.every(isThere)) return false
      seals.set(String(seal.number), { seal, entries })
      for (const id of entryIds) unsealed.delete(id)
      return true
    },
    async sealed(after, limit) {
      return ascending()
        .filter(({ seal }) => seal.number > after)
        .slice(0, limit)
    },
    async list(filter, after, limit) {
      return [...unsealed.values(), ...ascending().flatMap(({ entries }) => entries)]
        .filter((entry) => matches(tables, entry, filter) && (after === null || compareEntries(entry, after) < 0))
        .sort((a, b) => compareEntries(b, a))
        .slice(0, limit)
    },
    async countUnsealed() {
      return [...unsealed.values()].length
    },
  }
}

function matches(tables: Tables, entry: AuditRecord, filter: AuditFilter): boolean {
  const { sight, userId, actions, from, until, impersonated } = filter
  const { real, effective, target } = entry
  return (
    (sight.kind === 'all' || isSeen(tables, entry, sight)) &&
    (userId === null || [real, effective, target].some((party) => party?.id === userId)) &&
    (actions.length === 0 || actions.includes(entry.action)) &&
    (from === null || entry.at >= from) &&
    (until === null || entry.at < until) &&
    (!impersonated || real?.id !== effective?.id)
  )
}

function isSeen(tables: Tables, { real, target }: AuditRecord, sight: AuditFilter['sight']): boolean {
  const row = tables.users.get((target ?? real)?.id ?? '')
  return row !== undefined && sees(sight, withInherited(tables, row.user))
}

/** Oldest first. */
function compareEntries(a: Pick<AuditRecord, 'at' | 'id'>, b: Pick<AuditRecord, 'at' | 'id'>): number {
  return a.at - b.at || compareText(a.id, b.id)
}

function isThere(entry: AuditRecord | undefined): entry is AuditRecord {
  return entry !== undefined
}
