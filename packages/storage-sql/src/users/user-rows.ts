import type { NewUser, UserChanges } from '@rollcall/core'
import type { Grant, UserKeys, UserRecord } from '@rollcall/core/rules'
import { type Kysely, type RawBuilder, sql, type Updateable } from 'kysely'
import { type Connection, hot, planner, type SlotsOf } from '../connection.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import { flag, type Tables, type UserStatesTable, type UsersTable } from '../tables.ts'

/** A person as one row of `users` joined with `user_states`. */
export type UserRow = Omit<UsersTable, (typeof DERIVED)[number]> & StateColumns & InheritedColumns

type InheritedColumns = Record<'inherited' | 'inherited_by_domain', string | null>

type StateColumns = Omit<UserStatesTable, 'user_id' | 'organization'>

const DERIVED = ['number', 'email_key', 'username_key', 'domain', 'name_key', 'search_key', 'role_rank'] as const

/**
 * The grants of the groups they are in, by hand and by the domain of their address: lists of JSON, joined by commas.
 * One subquery for both would have to put the groups into a table of its own, for every person of a page.
 */
function inheritedColumns(dialect: SqlDialect) {
  const groups = sql.table('groups')
  const group = sql.ref('groups.id')
  const grants = dialect.joined(sql.ref('groups.grants'))
  const byHand = sql<string | null>`(
    SELECT ${grants} FROM group_members JOIN ${groups} ON ${group} = group_members.group_id
    WHERE group_members.user_id = users.id
  )`
  const byDomain = sql<string | null>`(
    SELECT ${grants} FROM group_domains JOIN ${groups} ON ${group} = group_domains.group_id
    WHERE group_domains.domain = users.domain AND users.registered_at IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM group_members WHERE group_members.user_id = users.id AND group_members.group_id = ${group}
    )
  )`
  return [byHand.as('inherited'), byDomain.as('inherited_by_domain')] as const
}

const PLAIN_COLUMNS = [
  'users.id',
  'users.external_id',
  'users.email',
  'users.username',
  'users.first_name',
  'users.last_name',
  'users.display_name',
  'users.job_title',
  'users.phone',
  'users.language',
  'users.time_zone',
  'users.organization',
  'users.auth_kind',
  'users.auth_provider',
  'users.auth_subject',
  'users.enabled',
  'users.protected',
  'users.mute_notifications',
  'users.attributes',
  'users.created_at',
  'users.invited_at',
  'users.registered_at',
  'users.version',
  'users.grants',
] as const

export const userColumns = (dialect: SqlDialect) => [...PLAIN_COLUMNS, ...inheritedColumns(dialect)] as const

export const STATE_COLUMNS = [
  'user_states.last_sign_in_at',
  'user_states.last_seen_at',
  'user_states.active_at',
  'user_states.locked_at',
  'user_states.invitation_expires_at',
] as const

const recordTexts = new Map<SqlDialect, RawBuilder<unknown>>()

/** All of these as text, for the hottest of lists: building it costs as much as running it. */
export function recordColumns(dialect: SqlDialect): RawBuilder<unknown> {
  let text = recordTexts.get(dialect)
  if (!text) {
    const { sql: select } = planner(dialect)(
      hot((db) => people(db).select([...userColumns(dialect), ...STATE_COLUMNS])),
    )
    text = sql.raw(select.slice('select '.length, select.lastIndexOf(' from ')))
    recordTexts.set(dialect, text)
  }
  return text
}

/** Keeps a person's row until the transaction ends, so that what is counted or read of theirs next stays true. */
export async function lockUser(connection: Connection, id: string): Promise<void> {
  await connection.first(lockById, { id })
}

const lockById = hot((db, { id }: SlotsOf<{ id: string }>, dialect) =>
  dialect.locked(db.selectFrom('users').select('id').where('id', '=', id)),
)

/** Every person with their state; each has one. */
export function people(db: Kysely<Tables>) {
  return db.selectFrom('users').innerJoin('user_states', 'user_states.user_id', 'users.id')
}

export function userOf(row: Omit<UserRow, keyof StateColumns>): Omit<UserRecord, 'state'> {
  return {
    id: row.id,
    externalId: row.external_id,
    email: row.email,
    username: row.username,
    firstName: row.first_name,
    lastName: row.last_name,
    displayName: row.display_name,
    jobTitle: row.job_title,
    phone: row.phone,
    language: row.language,
    timeZone: row.time_zone,
    organization: row.organization,
    authentication: { kind: row.auth_kind, provider: row.auth_provider, subject: row.auth_subject },
    enabled: row.enabled === 1,
    protected: row.protected === 1,
    muteNotifications: row.mute_notifications === 1,
    attributes: JSON.parse(row.attributes),
    createdAt: row.created_at,
    invitedAt: row.invited_at,
    registeredAt: row.registered_at,
    version: row.version,
    grants: grantsOf(row),
  }
}

function grantsOf({
  grants,
  inherited,
  inherited_by_domain,
}: Pick<UserRow, 'grants' | keyof InheritedColumns>): Grant[] {
  const own: Grant[] = JSON.parse(grants)
  if (inherited === null && inherited_by_domain === null) return own
  const lists = [inherited, inherited_by_domain].filter((list) => list !== null)
  return own.concat(...JSON.parse(`[${lists}]`))
}

export function recordOf(row: UserRow): UserRecord {
  // Quicker than a literal that begins with a spread.
  return Object.assign(userOf(row), {
    state: {
      lastSignInAt: row.last_sign_in_at,
      lastSeenAt: row.last_seen_at,
      activeAt: row.active_at,
      lockedAt: row.locked_at,
      invitationExpiresAt: row.invitation_expires_at,
    },
  })
}

export function newRow(user: NewUser) {
  return {
    id: user.id,
    external_id: user.externalId,
    email: user.email,
    username: user.username,
    first_name: user.firstName,
    last_name: user.lastName,
    display_name: user.displayName,
    job_title: user.jobTitle,
    phone: user.phone,
    language: user.language,
    time_zone: user.timeZone,
    organization: user.organization,
    auth_kind: user.authentication.kind,
    auth_provider: user.authentication.provider,
    auth_subject: user.authentication.subject,
    enabled: flag(user.enabled),
    protected: flag(user.protected),
    mute_notifications: flag(user.muteNotifications),
    attributes: JSON.stringify(user.attributes),
    created_at: user.createdAt,
    invited_at: user.invitedAt,
    registered_at: user.registeredAt,
    version: 1,
    ...keyColumns(user.keys),
    ...grantColumns(user.grants, user.rank),
  }
}

/** The columns that changes touch; Kysely leaves out what is undefined. */
export function changedRow({ fields, keys, grants }: UserChanges): Updateable<UsersTable> {
  const given = (value: boolean | undefined) => (value === undefined ? undefined : flag(value))
  return {
    external_id: fields.externalId,
    email: fields.email,
    username: fields.username,
    first_name: fields.firstName,
    last_name: fields.lastName,
    display_name: fields.displayName,
    job_title: fields.jobTitle,
    phone: fields.phone,
    language: fields.language,
    time_zone: fields.timeZone,
    organization: fields.organization,
    auth_kind: fields.authentication?.kind,
    auth_provider: fields.authentication?.provider,
    auth_subject: fields.authentication?.subject,
    enabled: given(fields.enabled),
    protected: given(fields.protected),
    mute_notifications: given(fields.muteNotifications),
    attributes: fields.attributes && JSON.stringify(fields.attributes),
    invited_at: fields.invitedAt,
    registered_at: fields.registeredAt,
    ...keyColumns(keys),
    ...(grants && grantColumns(grants.all, grants.rank)),
  }
}

function keyColumns(keys: UserKeys) {
  const { email, username, domain, name, search } = keys
  // Three letters begin at each letter of the text, so that what knows those knows shorter ones too.
  return { email_key: email, username_key: username, domain, name_key: name, search_key: `${search}\n\n` }
}

/** Those that are the person's own to store. */
export function ownGrants(grants: readonly Grant[]): Grant[] {
  return grants.filter(({ source }) => source !== 'group')
}

function grantColumns(grants: readonly Grant[], rank: number) {
  return { grants: JSON.stringify(ownGrants(grants)), role_rank: rank }
}
