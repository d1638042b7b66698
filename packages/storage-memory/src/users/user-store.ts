import type { IdentifierConflict, SessionRecord, UserStore } from '@rollcall/core'
import type { User, UserKeys, UserRecord, UserState } from '@rollcall/core/rules'
import { membershipsOf, ownGrants, withInherited } from '../groups/memberships.ts'
import { endSessions } from '../sessions/session-store.ts'
import type { Tables } from '../tables.ts'
import { matching, pageOf } from './user-list.ts'

export interface UserRow {
  readonly user: User
  readonly keys: UserKeys
  readonly rank: number
  /** The lock is the counter's. */
  readonly state: Omit<UserState, 'lockedAt'>
}

/** People, and all that hangs on them when they go. */
export function userStore(tables: Tables): UserStore {
  const { users, identifiers } = tables

  const recordOf = ({ user, state }: UserRow): UserRecord => ({
    ...withInherited(tables, user),
    state: { ...state, lockedAt: tables.counters.get(user.id)?.lockedAt ?? null },
  })

  const found = (id: string | undefined) => {
    const row = id === undefined ? undefined : users.get(id)
    return row ? recordOf(row) : null
  }

  function conflict(id: string, keys: UserKeys): IdentifierConflict | null {
    const taken = (key: string) => (identifiers.get(key) ?? id) !== id
    if (taken(keys.email)) return 'email-in-use'
    return keys.username !== null && taken(keys.username) ? 'username-in-use' : null
  }

  /** Whose identity at a provider that is; nobody has none. */
  function holderOf({ provider, subject }: Pick<User['authentication'], 'provider' | 'subject'>): string | undefined {
    if (subject === null) return undefined
    const rows = [...users.values()]
    return rows.find(({ user: { authentication: at } }) => at.subject === subject && at.provider === provider)?.user.id
  }

  function requireOwn({ id, authentication }: User): void {
    if ((holderOf(authentication) ?? id) !== id) throw new Error('Rollcall: that subject is somebody else’s')
  }

  function release(keys: UserKeys): void {
    identifiers.delete(keys.email)
    if (keys.username !== null) identifiers.delete(keys.username)
  }

  function save(row: UserRow): void {
    users.set(row.user.id, row)
    identifiers.set(row.keys.email, row.user.id)
    if (row.keys.username !== null) identifiers.set(row.keys.username, row.user.id)
  }

  function note(id: string, state: Partial<UserRow['state']>): void {
    const row = users.get(id)
    if (row) users.set(id, { ...row, state: { ...row.state, ...state } })
  }

  const listed = () =>
    [...users.values()].map((row) => ({
      ...row,
      record: recordOf(row),
      groups: membershipsOf(tables, row.user.id).map(({ group }) => group.id),
    }))

  const holders = (roles: readonly string[]) =>
    [...users.values()].filter(
      (row) => isActive(row) && row.user.grants.some(({ role, scope }) => scope === null && roles.includes(role)),
    )

  return {
    async insert({ keys, rank, ...user }) {
      const taken = conflict(user.id, keys)
      if (taken) return taken
      const state = { lastSignInAt: null, lastSeenAt: null, activeAt: user.registeredAt, invitationExpiresAt: null }
      const stored = { ...user, grants: ownGrants(user.grants), version: 1 }
      requireOwn(stored)
      save({ user: stored, keys, rank, state })
      return 'inserted'
    },

    async find(id) {
      return found(id)
    },

    async findByKey(key) {
      return found(identifiers.get(key))
    },

    async findBySubject(provider, subject) {
      return found(holderOf({ provider, subject }))
    },

    async findByKeys(keys) {
      return [...new Set(keys.map((key) => identifiers.get(key)))].map(found).filter((record) => record !== null)
    },

    async findMany(ids) {
      return [...new Set(ids)].map(found).filter((record) => record !== null)
    },

    async update(id, version, { fields, keys, grants }) {
      const row = users.get(id)
      if (row?.user.version !== version) return 'stale'
      const taken = conflict(id, keys)
      if (taken) return taken
      const user = {
        ...row.user,
        ...fields,
        grants: grants ? ownGrants(grants.all) : row.user.grants,
        version: version + 1,
      }
      requireOwn(user)
      const registers = row.user.registeredAt === null && user.registeredAt !== null
      const state = registers ? { ...row.state, activeAt: user.registeredAt } : row.state
      release(row.keys)
      save({ user, keys, rank: grants?.rank ?? row.rank, state })
      return 'updated'
    },

    async remove(id) {
      const row = users.get(id)
      if (!row) return false
      users.delete(id)
      release(row.keys)
      tables.credentials.delete(id)
      tables.formerHashes.delete(id)
      tables.counters.delete(id)
      tables.failedSignIns.delete(id)
      const isTheirs = ({ userId, impersonation }: SessionRecord) =>
        [userId, impersonation?.impersonatorId].includes(id)
      endSessions(tables, [...tables.sessions.values()].filter(isTheirs))
      for (const { group, byHand } of [...tables.groups.values()]) {
        if (byHand.includes(id)) tables.groups.set(group.id, { group, byHand: byHand.filter((one) => one !== id) })
      }
      for (const { kind, userId } of tables.tokens.values()) if (userId === id) tables.tokens.delete(`${kind} ${id}`)
      for (const { digest, userId } of tables.apiTokens.values()) if (userId === id) tables.apiTokens.delete(digest)
      for (const { mail } of tables.mails.values()) if (mail.userId === id) tables.mails.delete(mail.id)
      return true
    },

    async noteSignIn(id, now) {
      note(id, { lastSignInAt: now, lastSeenAt: now, activeAt: now })
    },

    async noteSeen(id, now) {
      note(id, { lastSeenAt: now })
    },

    async noteActive(id, now) {
      note(id, { activeAt: now })
    },

    async list(filter, page, time) {
      return pageOf(matching(listed(), filter, time), page, time)
    },

    async count(filter, atMost, time) {
      return Math.min(matching(listed(), filter, time).length, atMost)
    },

    async countHolders(roles) {
      return holders(roles).length
    },

    async listHolders(roles) {
      return holders(roles).map(recordOf)
    },

    async scopesWithout(role, scopes, exceptId) {
      const others = [...users.values()].filter((row) => isActive(row) && row.user.id !== exceptId)
      const grants = others
        .flatMap(({ user }) => withInherited(tables, user).grants)
        .filter((grant) => grant.role === role)
      return scopes.filter((scope) => !grants.some((grant) => grant.scope === scope))
    },
  }
}

function isActive({ user }: UserRow): boolean {
  return user.registeredAt !== null && user.enabled
}
