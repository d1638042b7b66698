import type { Sight } from '../access/access.rules.ts'
import type { Grant } from '../access/access-policy.rules.ts'
import type { UserKeys } from './identifier.rules.ts'
import type { Status, StatusPolicy, User, UserRecord } from './user.rules.ts'

/** A person to store. Keys and rank are derived by rules, not by adapters, so that every adapter compares alike. */
export interface NewUser extends Omit<User, 'version'> {
  /** `userKeys` of the record. */
  readonly keys: UserKeys
  /** Of the highest system role; -1 without any. */
  readonly rank: number
}

/** Fields to change; absent ones stay. */
export interface UserChanges {
  readonly fields: Partial<Omit<User, 'id' | 'version' | 'grants' | 'createdAt'>>
  readonly keys: UserKeys
  /** The new grants with the rank of the highest; absent: unchanged. Those inherited from groups are no one's to store. */
  readonly grants?: { readonly all: readonly Grant[]; readonly rank: number }
}

export type IdentifierConflict = 'email-in-use' | 'username-in-use'

export const SORTS = [
  'name',
  'email',
  'username',
  'createdAt',
  'lastSignInAt',
  'organization',
  'role',
  'status',
] as const
export type SortBy = (typeof SORTS)[number]

export interface UserFilter {
  /** What the caller may see; applied to everything. */
  readonly sight: Sight
  /** A search key that `keys.search` contains; null: no search. */
  readonly search: string | null
  /** Any of these; empty: all. */
  readonly status: readonly Status[]
  /** Holds any of these roles, on the whole product or a resource, inherited ones included; empty: all. */
  readonly role: readonly string[]
  readonly organization: readonly string[]
  /** Holds a role on any of these resources, inherited ones included; empty: all. */
  readonly resource: readonly string[]
  /** Is a member of any of these groups, by hand or by domain; empty: all. */
  readonly group: readonly string[]
  readonly authentication: 'internal' | 'external' | null
  readonly enabled: boolean | null
  /** Signed in last before that instant, or never. */
  readonly lastSignInBefore: number | null
}

/** A place in a sorted list: the sort value and the id of the row there. */
export interface Position {
  readonly value: string | number | null
  readonly id: string
}

export interface PageRequest {
  readonly by: SortBy
  readonly descending: boolean
  readonly limit: number
  /** Rows after, or before, that place in the order asked for; null: from the start. */
  readonly from: { readonly position: Position; readonly direction: 'after' | 'before' } | null
}

export interface UserPage {
  readonly items: readonly UserRecord[]
  /** Where the next page starts after; null on the last one. */
  readonly next: Position | null
  /** Where the previous page ends before; null on the first one. */
  readonly previous: Position | null
}

/** The instant and policy by which statuses are told. */
export interface StatusTime {
  readonly now: number
  readonly policy: StatusPolicy
}

/**
 * Every record a method answers carries the grants inherited from groups beside the stored ones (`GroupStore`); they are
 * derived at each read and never written.
 */
export interface UserStore {
  /** Stores a new person with version 1, or says which identifier is taken: emails and user names share one namespace. */
  insert(user: NewUser): Promise<'inserted' | IdentifierConflict>
  find(id: string): Promise<UserRecord | null>
  /** The person whose email or user name has that key. */
  findByKey(key: string): Promise<UserRecord | null>
  /** The person that provider knows by that subject; nobody else can have it. */
  findBySubject(provider: string, subject: string): Promise<UserRecord | null>
  /** The people whose emails or user names have these keys, each once, in any order; missing ones are left out. */
  findByKeys(keys: readonly string[]): Promise<readonly UserRecord[]>
  /** The people of these ids, in any order; missing ones are left out. */
  findMany(ids: readonly string[]): Promise<readonly UserRecord[]>
  /** Changes a person at the version the caller saw; `stale` when it moved or the person is gone. Moves the version by one. */
  update(id: string, version: number, changes: UserChanges): Promise<'updated' | 'stale' | IdentifierConflict>
  /** Removes a person and all that hangs on them, audit excepted. False when there was none. */
  remove(id: string): Promise<boolean>
  /** Notes a sign-in: moves `lastSignInAt`, `lastSeenAt` and `activeAt`, not the version. */
  noteSignIn(id: string, now: number): Promise<void>
  /** Notes a request: moves `lastSeenAt` only. */
  noteSeen(id: string, now: number): Promise<void>
  /** Starts the dormancy clock anew: moves `activeAt` only. */
  noteActive(id: string, now: number): Promise<void>
  /**
   * One page in a stable order: by the sort value, nulls last in both directions, then by id in the same direction.
   * Text is compared bytewise as UTF-8. `status` sorts by precedence at `time`.
   */
  list(filter: UserFilter, page: PageRequest, time: StatusTime): Promise<UserPage>
  /** How many match; counts no further than `atMost`. */
  count(filter: UserFilter, atMost: number, time: StatusTime): Promise<number>
  /** How many registered, enabled people hold one of these roles on the whole product. */
  countHolders(roles: readonly string[]): Promise<number>
  /** Those people, in any order. */
  listHolders(roles: readonly string[]): Promise<readonly UserRecord[]>
  /** Of these resources, those on which no registered, enabled person (but for `exceptId`) holds that role. */
  scopesWithout(role: string, scopes: readonly string[], exceptId: string | null): Promise<readonly string[]>
}
