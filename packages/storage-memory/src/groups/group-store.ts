import type { GroupRecord, GroupStore } from '@rollcall/core'
import { nameKey, sees } from '@rollcall/core/rules'
import type { Tables } from '../tables.ts'
import { compareText } from '../text-order.ts'
import { type GroupRow, membershipsOf, withInherited } from './memberships.ts'

/** Groups, each with the people put into it. */
export function groupStore(tables: Tables): GroupStore {
  const { groups, users } = tables

  /** The group, unless it moved since that version or is gone. */
  const at = (id: string, version: number) => {
    const row = groups.get(id)
    return row?.group.version === version ? row : undefined
  }

  function save({ group, byHand }: GroupRow): 'updated' {
    groups.set(group.id, { group: { ...group, version: group.version + 1 }, byHand })
    return 'updated'
  }

  return {
    async insert(group) {
      groups.set(group.id, { group, byHand: [] })
    },
    async find(id) {
      return groups.get(id)?.group ?? null
    },
    async list(sight) {
      const seen = [...users.values()].filter(({ user }) => sees(sight, withInherited(tables, user)))
      const counts = new Map<string, number>()
      for (const { group } of seen.flatMap(({ user }) => membershipsOf(tables, user.id))) {
        counts.set(group.id, (counts.get(group.id) ?? 0) + 1)
      }
      return [...groups.values()]
        .map(({ group }) => ({ ...group, members: counts.get(group.id) ?? 0 }))
        .sort(compareGroups)
    },
    async update(id, version, changes) {
      const row = at(id, version)
      return row ? save({ ...row, group: { ...row.group, ...changes } }) : 'stale'
    },
    async changeMembers(id, version, { add, remove }) {
      const row = at(id, version)
      if (!row) return 'stale'
      const left = row.byHand.filter((member) => !remove.includes(member))
      const added = add.filter((member) => users.get(member))
      return save({ ...row, byHand: [...new Set([...left, ...added])] })
    },
    async remove(id) {
      const found = groups.get(id) !== undefined
      groups.delete(id)
      return found
    },
    async ofUser(userId) {
      return membershipsOf(tables, userId)
        .sort((a, b) => compareGroups(a.group, b.group))
        .map(({ group: { id, name }, by }) => ({ id, name, by }))
    },
    async byHand(id, userIds) {
      const members = groups.get(id)?.byHand ?? []
      return [...new Set(userIds)].filter((userId) => members.includes(userId))
    },
  }
}

/** By name, then id. */
function compareGroups(a: Pick<GroupRecord, 'id' | 'name'>, b: Pick<GroupRecord, 'id' | 'name'>): number {
  return compareText(nameKey(a.name), nameKey(b.name)) || compareText(a.id, b.id)
}
