export {
  covers,
  type Decision,
  decide,
  hasRight,
  mayChangeGrants,
  mayGrant,
  mayInvite,
  outranks,
  type Sight,
  type Subject,
  sees,
  sightOf,
  type Target,
} from './access/access.rules.ts'
export {
  ACTIONS,
  type AccessPolicy,
  type Action,
  type ActionRule,
  type Grant,
  type GrantSource,
  type Place,
  type Relation,
  RIGHTS,
  type Right,
  type ScopedRole,
  type SystemRole,
  type Visibility,
} from './access/access-policy.rules.ts'
export { type CompiledAccess, compileAccess, type Power, powerOf } from './access/power.rules.ts'
export { isApiToken } from './api-tokens/api-token.rules.ts'
export {
  IMPORT_STATES,
  type ImportState,
  OUTCOMES,
  type Outcome,
  VERDICTS,
  type Verdict,
} from './imports/import.rules.ts'
export { csvLine } from './kernel/csv.rules.ts'
export {
  ATTEMPT_LEASE,
  ATTEMPT_WAIT,
  FAILED_SIGN_INS_KEPT,
  type FailedSignInCause,
  isLocked,
  type LockoutPolicy,
  lockOpensAt,
  UNKNOWN_ATTEMPTS_KEPT,
} from './lockout/lockout.rules.ts'
export {
  missingClasses,
  normalisePassword,
  type PasswordClass,
  type PasswordPolicy,
  passwordProblem,
} from './passwords/password.rules.ts'
export {
  contextOf,
  contextWords,
  JUDGED_CHARACTERS,
  objectionTo,
  type PasswordObjection,
  type PasswordOwner,
} from './passwords/strength.rules.ts'
export { isSessionLive, type SessionPolicy } from './sessions/session.rules.ts'
export {
  SIGN_IN_ADDRESSES,
  type SignInAddress,
  WELCOME_MODES,
  type WelcomeMode,
  type WelcomePolicy,
} from './settings/welcome.rules.ts'
export { type LinkPolicy, type Policy, policyProblems } from './system/policy.rules.ts'
export { secretOf, type TokenKind } from './tokens/token.rules.ts'
export { type AttributeDefinition, type AttributeDefinitions, defineAttributes } from './users/attribute.rules.ts'
export {
  ATTRIBUTE_COLUMN,
  type AttributeColumn,
  BEFORE_ROLE,
  BETWEEN_VALUES,
  COLUMNS,
  type Column,
  headerOf,
  PASSWORD_HASH,
} from './users/csv-columns.rules.ts'
export {
  domainOf,
  emailKey,
  emailProblem,
  hasUnseenCharacters,
  identifierKey,
  isLanguage,
  isTimeZone,
  nameKey,
  searchKey,
  type UserKeys,
  userKeys,
  usernameKey,
} from './users/identifier.rules.ts'
export { type OrganizationPolicy, organizationOf } from './users/organization.rules.ts'
export {
  type Authentication,
  dormantBefore,
  type FieldEditor,
  type FieldRule,
  nameOf,
  PROFILE_FIELDS,
  type ProfileField,
  STATUSES,
  type Status,
  type StatusPolicy,
  statusOf,
  type User,
  type UserRecord,
  type UserState,
} from './users/user.rules.ts'
export { type UsernamePolicy, usernameProblem } from './users/username.rules.ts'
