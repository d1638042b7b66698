import type {
  AnswerRecord,
  ApiTokenRecord,
  AuditRecord,
  CredentialRecord,
  FailedSignIn,
  ImportChunk,
  ResourceRecord,
  SealRecord,
  SessionRecord,
  SettingsRecord,
  TokenRecord,
} from '@rollcall/core'
import { Draft, type Table } from './draft.ts'
import type { GroupRow } from './groups/memberships.ts'
import type { ImportRow } from './imports/import-store.ts'
import type { Counter } from './lockout/lockout-store.ts'
import type { MailRow } from './outbox/outbox-store.ts'
import type { UserRow } from './users/user-store.ts'

interface Rows {
  readonly users: UserRow
  /** Email and user name keys → user id. */
  readonly identifiers: string
  /** By user id. */
  readonly credentials: CredentialRecord
  /** By user id, newest first. */
  readonly formerHashes: readonly string[]
  /** By kind and user id: one is live at a time. */
  readonly tokens: TokenRecord
  /** By user id or the key of an unknown identifier. */
  readonly counters: Counter
  /** By user id, newest first. */
  readonly failedSignIns: readonly FailedSignIn[]
  /** By digest. */
  readonly sessions: SessionRecord
  /** By digest. */
  readonly apiTokens: ApiTokenRecord
  readonly resources: ResourceRecord
  readonly groups: GroupRow
  readonly mails: MailRow
  readonly unsealed: AuditRecord
  /** By number, written out. */
  readonly seals: { readonly seal: SealRecord; readonly entries: readonly AuditRecord[] }
  readonly answers: AnswerRecord
  /** One, under one key. */
  readonly settings: SettingsRecord
  readonly imports: ImportRow
  /** By import id and number. */
  readonly importChunks: ImportChunk
}

/** All that is stored, as one transaction sees it. */
export type Tables = { readonly [Name in keyof Rows]: Table<string, Rows[Name]> }

/** All that is committed. */
export type Committed = { readonly [Name in keyof Rows]: Map<string, Rows[Name]> }

type Drafts = { readonly [Name in keyof Rows]: Draft<string, Rows[Name]> }

/** An empty storage. */
export function emptyTables(): Committed {
  return {
    users: new Map(),
    identifiers: new Map(),
    credentials: new Map(),
    formerHashes: new Map(),
    tokens: new Map(),
    counters: new Map(),
    failedSignIns: new Map(),
    sessions: new Map(),
    apiTokens: new Map(),
    resources: new Map(),
    groups: new Map(),
    mails: new Map(),
    unsealed: new Map(),
    seals: new Map(),
    answers: new Map(),
    settings: new Map(),
    imports: new Map(),
    importChunks: new Map(),
  }
}

/** Drafts over everything that is committed. */
export function draftsOver(rows: Committed): Drafts {
  return {
    users: new Draft(rows.users),
    identifiers: new Draft(rows.identifiers),
    credentials: new Draft(rows.credentials),
    formerHashes: new Draft(rows.formerHashes),
    tokens: new Draft(rows.tokens),
    counters: new Draft(rows.counters),
    failedSignIns: new Draft(rows.failedSignIns),
    sessions: new Draft(rows.sessions),
    apiTokens: new Draft(rows.apiTokens),
    resources: new Draft(rows.resources),
    groups: new Draft(rows.groups),
    mails: new Draft(rows.mails),
    unsealed: new Draft(rows.unsealed),
    seals: new Draft(rows.seals),
    answers: new Draft(rows.answers),
    settings: new Draft(rows.settings),
    imports: new Draft(rows.imports),
    importChunks: new Draft(rows.importChunks),
  }
}
