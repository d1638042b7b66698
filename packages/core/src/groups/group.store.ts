import type { Sight } from '../access/access.rules.ts'

/** People who hold roles on resources together: put in by hand, or in by the domain of their address. */
export interface GroupRecord {
  readonly id: string
  readonly name: string
  readonly description: string
  /** As IDNA. Everybody registered with an address there is a member, as long as they have it. Several groups may share one. */
  readonly domains: readonly string[]
  /** Scoped roles that every member inherits. */
  readonly grants: readonly { readonly role: string; readonly scope: string }[]
  readonly createdAt: number
  /** Moves with every change, members put in by hand included. */
  readonly version: number
}

/** How somebody is a member; by hand where both are true, because that stays when the address moves. */
export type MembershipSource = 'hand' | 'domain'

/**
 * Groups and who was put into them. Members by domain are derived at each read: registered people whose `keys.domain` is
 * one of the group's. What members inherit stands in their records with source `group` (`UserStore`, `SessionStore`,
 * `ApiTokenStore`).
 */
export interface GroupStore {
  insert(group: GroupRecord): Promise<void>
  find(id: string): Promise<GroupRecord | null>
  /** All of them, by name as `searchKey` compares, then id, with how many members are inside that sight. */
  list(sight: Sight): Promise<readonly (GroupRecord & { readonly members: number })[]>
  /** Changes a group at the version the caller saw; absent fields stay. */
  update(
    id: string,
    version: number,
    changes: Partial<Pick<GroupRecord, 'name' | 'description' | 'domains' | 'grants'>>,
  ): Promise<'updated' | 'stale'>
  /** Puts people in and takes people out by hand, at the version the caller saw. Ids of nobody are left out. */
  changeMembers(
    id: string,
    version: number,
    members: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ): Promise<'updated' | 'stale'>
  /** Removes a group; its members lose what they had by it. False when there was none. */
  remove(id: string): Promise<boolean>
  /** The groups somebody is in, by name then id. */
  ofUser(userId: string): Promise<readonly (Pick<GroupRecord, 'id' | 'name'> & { readonly by: MembershipSource })[]>
  /** Of these people, those who were put into the group by hand. */
  byHand(id: string, userIds: readonly string[]): Promise<readonly string[]>
}
