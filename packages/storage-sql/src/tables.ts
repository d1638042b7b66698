import type { DeliveryState, FailedSignIn, MembershipSource, TokenRecord } from '@rollcall/core'
import type { Authentication, GrantSource } from '@rollcall/core/rules'
import type { Generated } from 'kysely'
import type { ImportChunksTable, ImportsTable } from './imports/imports-tables.ts'
import type { ResourcesTable } from './resources/resources-table.ts'
import type { SettingsTable } from './settings/settings-table.ts'

/** Ids in one statement: below every engine's limit of parameters. */
export const AT_ONCE = 500

/** 0 or 1: not every engine has booleans. */
type Flag = 0 | 1

/** What seldom changes about a person; what sign-ins move is in `user_states`. */
export interface UsersTable {
  /** What SQLite's search index knows people by; others have no such column. */
  number: Generated<number>
  id: string
  external_id: string | null
  email: string
  email_key: string
  username: string | null
  username_key: string | null
  domain: string
  first_name: string | null
  last_name: string | null
  display_name: string | null
  name_key: string
  search_key: string
  job_title: string | null
  phone: string | null
  language: string
  time_zone: string
  organization: string | null
  auth_kind: Authentication['kind']
  auth_provider: string | null
  auth_subject: string | null
  enabled: Flag
  protected: Flag
  mute_notifications: Flag
  /** JSON. */
  attributes: string
  created_at: number
  invited_at: number | null
  registered_at: number | null
  version: number
  /** JSON of all grants, so that a session check reads one row; `grants` beside it is for filters. */
  grants: string
  role_rank: number
}

/** The facts that change without an edit: narrow, so that a sign-in touches few indexes and no wide row. */
export interface UserStatesTable {
  user_id: string
  /** The same as in `users`: an organization's people are sorted by their last sign-in. */
  organization: string | null
  last_sign_in_at: number | null
  last_seen_at: number | null
  active_at: number | null
  locked_at: number | null
  invitation_expires_at: number | null
}

/** The one namespace of emails and user names. */
export interface IdentifiersTable {
  key: string
  user_id: string
  kind: 'email' | 'username'
}

export interface GrantsTable {
  user_id: string
  role: string
  /** Empty: on the whole product. */
  scope: string
  source: GrantSource
}

export interface CredentialsTable {
  user_id: string
  /** Null once the password was taken away. */
  hash: string | null
  scheme: number
  changed_at: number
  set_by: string | null
  /** JSON of the remembered hashes, newest first. */
  former: string
}

export interface TokensTable {
  id: string
  kind: TokenRecord['kind']
  user_id: string
  digest: string
  code_digest: string
  code_expires_at: number
  expires_at: number
  created_at: number
  sender_id: string | null
  sends: number
  mail_id: string
  email: string | null
}

export interface LockoutsTable {
  key: string
  failed: number
  /** Attempts whose verdict is out, all of them until `undecided_until`. */
  undecided: number
  undecided_until: number
  /** Moves when undecided attempts are settled or cleared, and fences the verdicts that come after. */
  generation: number
  locked_at: number | null
  /** The threshold of the last reservation, for the table's own check. */
  threshold: number
  attempted_at: number
}

export interface FailedSignInsTable {
  id: string
  user_id: string
  at: number
  cause: FailedSignIn['cause']
  address: string | null
  agent: string | null
}

export interface SessionsTable {
  id: string
  user_id: string
  digest: string
  created_at: number
  last_used_at: number
  expires_at: number
  restricted: Flag
  confirmed_at: number
  address: string | null
  agent: string | null
  /** Null: the person's own; so are the two below. */
  impersonator_id: string | null
  parent_id: string | null
  reason: string | null
}

export interface ApiTokensTable {
  id: string
  user_id: string
  digest: string
  prefix: string
  created_at: number
  expires_at: number
  last_used_at: number | null
  created_by: string
}

export interface GroupsTable {
  id: string
  name: string
  name_key: string
  description: string
  /** JSON; `group_domains` beside it is for looking up. */
  domains: string
  /** JSON of the grants as members inherit them; `group_grants` beside it is for filters. */
  grants: string
  created_at: number
  version: number
}

export interface GroupDomainsTable {
  domain: string
  group_id: string
}

export interface GroupGrantsTable {
  group_id: string
  role: string
  scope: string
}

/** Who was put in by hand. */
export interface GroupMembersTable {
  group_id: string
  user_id: string
}

/** A view: everybody's memberships; twice where somebody is in by hand and by domain. */
export interface MembershipsView {
  user_id: string
  group_id: string
  source: MembershipSource
}

/** A view: all that people hold, inherited grants included. */
export interface HeldGrantsView {
  user_id: string
  role: string
  scope: string
}

export interface OutboxTable {
  id: string
  user_id: string
  template: string
  content: string
  sealed: string | null
  created_at: number
  /** While leased: when the lease ends. */
  due_at: number
  expires_at: number | null
  state: DeliveryState
  /** When the state was reached. */
  state_at: number
  attempts: number
  lease_token: string | null
  error: string | null
}

export interface AuditEntriesTable {
  id: string
  at: number
  action: string
  real_id: string | null
  real_name: string | null
  effective_id: string | null
  effective_name: string | null
  /** Whether the two differ. */
  impersonated: Flag
  target_id: string | null
  target_name: string | null
  /** JSON. */
  changes: string
  reason: string | null
  address: string | null
  mac: string
  /** Number of the seal that covers it. */
  seal: number | null
}

export interface SealsTable {
  number: number
  previous: string
  root: string
  count: number
  at: number
  hash: string
}

export interface AnswersTable {
  key: string
  input_digest: string
  answer: string
  expires_at: number
}

/** Rows that transactions take first to keep others of their kind out. */
export interface GuardsTable {
  name: 'administrators' | 'migrations'
  taken: number
}

export interface MigrationsTable {
  name: string
}

export interface Tables {
  users: UsersTable
  user_states: UserStatesTable
  identifiers: IdentifiersTable
  grants: GrantsTable
  credentials: CredentialsTable
  tokens: TokensTable
  lockouts: LockoutsTable
  failed_sign_ins: FailedSignInsTable
  sessions: SessionsTable
  api_tokens: ApiTokensTable
  resources: ResourcesTable
  groups: GroupsTable
  group_domains: GroupDomainsTable
  group_grants: GroupGrantsTable
  group_members: GroupMembersTable
  memberships: MembershipsView
  held_grants: HeldGrantsView
  outbox: OutboxTable
  audit_entries: AuditEntriesTable
  seals: SealsTable
  answers: AnswersTable
  settings: SettingsTable
  imports: ImportsTable
  import_chunks: ImportChunksTable
  guards: GuardsTable
  migrations: MigrationsTable
}

export function flag(value: boolean): Flag {
  return value ? 1 : 0
}
