import type { GroupRecord, MembershipSource } from '@rollcall/core'
import type { Grant, User } from '@rollcall/core/rules'
import type { Tables } from '../tables.ts'
import { compareText } from '../text-order.ts'

/** A group as stored: the record and who was put in by hand. */
export interface GroupRow {
  readonly group: GroupRecord
  readonly byHand: readonly string[]
}

export interface Membership {
  readonly group: GroupRecord
  readonly by: MembershipSource
}

/** The groups somebody is in, by the ids of the groups. */
export function membershipsOf({ groups, users }: Tables, userId: string): Membership[] {
  const row = users.get(userId)
  if (!row) return []
  const byDomain = ({ group }: GroupRow) => row.user.registeredAt !== null && group.domains.includes(row.keys.domain)
  return [...groups.values()]
    .flatMap((one): Membership[] => {
      if (one.byHand.includes(userId)) return [{ group: one.group, by: 'hand' }]
      return byDomain(one) ? [{ group: one.group, by: 'domain' }] : []
    })
    .sort((a, b) => compareText(a.group.id, b.group.id))
}

/** Somebody's record with what they inherit behind what they hold themselves. */
export function withInherited<Person extends User>(tables: Tables, user: Person): Person {
  const inherited = membershipsOf(tables, user.id).flatMap(({ group }) =>
    group.grants.map(({ role, scope }): Grant => ({ role, scope, source: 'group', group: group.id })),
  )
  return inherited.length === 0 ? user : { ...user, grants: [...user.grants, ...inherited] }
}

/** Those of a person's grants that are theirs to store. */
export function ownGrants(grants: readonly Grant[]): Grant[] {
  return grants.filter(({ source }) => source !== 'group')
}
