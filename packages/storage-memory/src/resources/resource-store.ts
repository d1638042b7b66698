import type { ResourceRecord, ResourceStore } from '@rollcall/core'
import { nameKey } from '@rollcall/core/rules'
import type { Tables } from '../tables.ts'
import { compareText } from '../text-order.ts'

/** What roles are held on. */
export function resourceStore({ resources, users, groups }: Tables): ResourceStore {
  return {
    async put(resource) {
      const { type, isDefault } = resources.get(resource.id) ?? resource
      resources.set(resource.id, { ...resource, type, isDefault })
    },
    async setDefault(id, isDefault) {
      const resource = resources.get(id)
      if (!resource) return false
      resources.set(id, { ...resource, isDefault })
      return true
    },
    async remove(id) {
      if (!resources.get(id)) return false
      resources.delete(id)
      for (const row of [...users.values()]) {
        const grants = row.user.grants.filter(({ scope }) => scope !== id)
        if (grants.length === row.user.grants.length) continue
        users.set(row.user.id, { ...row, user: { ...row.user, grants, version: row.user.version + 1 } })
      }
      for (const row of [...groups.values()]) {
        const grants = row.group.grants.filter(({ scope }) => scope !== id)
        if (grants.length === row.group.grants.length) continue
        groups.set(row.group.id, { ...row, group: { ...row.group, grants, version: row.group.version + 1 } })
      }
      return true
    },
    async findMany(ids) {
      return [...new Set(ids)].map((id) => resources.get(id)).filter((resource) => resource !== undefined)
    },
    async list() {
      return [...resources.values()].sort(byName)
    },
  }
}

function byName(a: ResourceRecord, b: ResourceRecord): number {
  return compareText(nameKey(a.name), nameKey(b.name)) || compareText(a.id, b.id)
}
