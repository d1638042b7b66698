import type { AuditRecord, AuditStore } from '@rollcall/core'
import type { Tables } from '../tables.ts'
import { compareText } from '../text-order.ts'

/** Audit entries, unsealed until a seal takes them. */
export function auditStore({ unsealed, seals }: Tables): AuditStore {
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
    async list(userId, after, limit) {
      const isOfPerson = ({ real, effective, target }: AuditRecord) =>
        userId === null || [real, effective, target].some((party) => party?.id === userId)
      return [...unsealed.values(), ...ascending().flatMap(({ entries }) => entries)]
        .filter((entry) => isOfPerson(entry) && (after === null || compareEntries(entry, after) < 0))
        .sort((a, b) => compareEntries(b, a))
        .slice(0, limit)
    },
    async countUnsealed() {
      return [...unsealed.values()].length
    },
  }
}

/** Oldest first. */
function compareEntries(a: Pick<AuditRecord, 'at' | 'id'>, b: Pick<AuditRecord, 'at' | 'id'>): number {
  return a.at - b.at || compareText(a.id, b.id)
}

function isThere(entry: AuditRecord | undefined): entry is AuditRecord {
  return entry !== undefined
}
