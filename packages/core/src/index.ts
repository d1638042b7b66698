export type { ApiTokenRecord, ApiTokenStore } from './api-tokens/api-token.store.ts'
export type { TokenCreatedMail } from './api-tokens/api-tokens.mail.ts'
export type { AuditFilter, AuditParty, AuditRecord, AuditStore, SealRecord } from './audit/audit.store.ts'
export type { AuditReport } from './audit/verify-entries.ts'
export { contract } from './contract.ts'
export { createRollcall } from './create-rollcall.ts'
export type { GroupRecord, GroupStore, MembershipSource } from './groups/group.store.ts'
export type { ImpersonatedMail } from './impersonation/impersonation.mail.ts'
export type { ImportChunk, ImportRecord, ImportStore, ImportTotals } from './imports/import.store.ts'
export type { InvitationMail, InvitationsAcceptedMail } from './invitations/invitations.mail.ts'
export type { Actor, AnonymousActor, Client, Principal, SystemActor, UserActor } from './kernel/actor.ts'
export type { Contract, Endpoint, OpenedSession, Result, UseCases, WithSession } from './kernel/endpoint.ts'
export {
  FIELD_CODES,
  FILE_PROBLEMS,
  type FieldCode,
  type FileFault,
  type FileProblem,
  REASONS,
  REFUSALS,
  type Reason,
  type RefusalCode,
  type RefusalDetails,
  RefusedError,
} from './kernel/refusals.ts'
export type { LockedMail, UnlockedMail } from './lockout/lockout.mail.ts'
export type {
  AttemptRules,
  FailedSignIn,
  FailOutcome,
  LockoutStore,
  Reservation,
  ReserveOutcome,
} from './lockout/lockout.store.ts'
export type {
  Delivery,
  DeliveryState,
  LeasedMail,
  OutboxRecord,
  OutboxStore,
  SendOutcome,
} from './outbox/outbox.store.ts'
export type { CredentialRecord, CredentialStore } from './passwords/credential.store.ts'
export type { PasswordChangedMail, ResetMail, TemporaryPasswordMail } from './passwords/passwords.mail.ts'
export type { PasswordObjection } from './passwords/strength.rules.ts'
export type { Clock } from './ports/clock.ts'
export type { Cryptography } from './ports/cryptography.ts'
export { CsvError, type CsvParser, type CsvProblem, type CsvRecord } from './ports/csv-parser.ts'
export { systemClock } from './ports/default-clock.ts'
export { webCryptography } from './ports/default-cryptography.ts'
export { consoleLogger } from './ports/default-logger.ts'
export { webRandom } from './ports/default-random.ts'
export { EVENTS, type EventSink, type EventType, type RollcallEvent } from './ports/event-sink.ts'
export {
  type IdentityProvider,
  IdentityProviderError,
  type IdentityProviderFault,
  type ProviderIdentity,
  type ProviderMemory,
  type ProviderVisit,
} from './ports/identity-provider.ts'
export type { Logger } from './ports/logger.ts'
export { type Envelope, type Mail, type Mailer, MailRefusedError, type MailTemplate } from './ports/mailer.ts'
export { HasherBusyError, type PasswordHasher } from './ports/password-hasher.ts'
export type { PasswordStrength } from './ports/password-strength.ts'
export type { Random } from './ports/random.ts'
export type { RateLimit, RateLimiter } from './ports/rate-limiter.ts'
export type { SecretChannel, SecretMessage } from './ports/secret-channel.ts'
export { type Storage, StorageError, type StorageFault, type Stores } from './ports/storage.ts'
export type { NewResource } from './resources/put-resource.ts'
export type { ResourceRecord, ResourceStore } from './resources/resource.store.ts'
export type { OwnerlessMail } from './resources/resources.mail.ts'
export type { Rollcall } from './rollcall.ts'
export type { RollcallOptions } from './rollcall-options.ts'
export type { HostSession } from './sessions/resume-host-session.ts'
export type { Impersonation, SessionRecord, SessionStore } from './sessions/session.store.ts'
export type { Settings, SettingsRecord, SettingsStore } from './settings/settings.store.ts'
export type { HostAttempt } from './sign-in/barred.steps.ts'
export type { AnswerRecord, AnswerStore } from './system/answer.store.ts'
export type { LinkTemplates } from './system/links.rules.ts'
export type { TokenRecord, TokenStore } from './tokens/token.store.ts'
export type { User } from './users/user.rules.ts'
export {
  type IdentifierConflict,
  type NewUser,
  type PageRequest,
  type Position,
  SORTS,
  type SortBy,
  type StatusTime,
  type UserChanges,
  type UserFilter,
  type UserPage,
  type UserStore,
} from './users/user.store.ts'
export type { EmailChangedMail, EmailChangeMail, ReactivatedMail, WelcomeMail } from './users/users.mail.ts'
export type { Worker } from './worker.ts'
