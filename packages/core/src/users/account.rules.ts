import type { FieldCode, Reason } from '../kernel/refusals.ts'
import type { Policy } from '../system/policy.rules.ts'
import { type AttributeDefinitions, attributeProblem, mergeAttributes } from './attribute.rules.ts'
import { usernameKey } from './identifier.rules.ts'
import { profileOf } from './profile.rules.ts'
import type { Authentication, ProfileField, User } from './user.rules.ts'
import { usernameProblem } from './username.rules.ts'

/** Whoever sets an account up, or changes it, gives these; absent fields stay, or take the policy's defaults. */
export interface GivenAccount extends Partial<{ [Field in ProfileField]: User[Field] | undefined }> {
  readonly email?: string | undefined
  readonly username?: string | null | undefined
  readonly externalId?: string | null | undefined
  /** Where the host says whose colleagues people are; elsewhere it follows from the address. */
  readonly organization?: string | null | undefined
  readonly authentication?:
    | { readonly kind: Authentication['kind']; readonly provider?: string | null | undefined }
    | undefined
  readonly enabled?: boolean | undefined
  readonly protected?: boolean | undefined
  /** Key → value; null takes one away. */
  readonly attributes?: Readonly<Record<string, unknown>> | undefined
}

type AccountField =
  | ProfileField
  | 'email'
  | 'username'
  | 'externalId'
  | 'organization'
  | 'authentication'
  | 'enabled'
  | 'protected'
  | 'attributes'

/** What is about to be written. */
export type AccountFields = Partial<Pick<User, AccountField>>

/** What an account is judged by. */
export interface AccountRules {
  readonly policy: Policy
  readonly attributes: AttributeDefinitions
  /** Read-only and hidden attributes come from files and the host only. */
  readonly through: 'screen' | 'file'
}

/** The fields that were given, complete; empty text as null. */
export function accountFieldsOf(policy: Policy, before: User | null, given: GivenAccount): AccountFields {
  const { email, username, externalId, organization, authentication, attributes } = given
  return {
    ...profileOf(given),
    ...(email === undefined ? {} : { email: email.trim() }),
    ...(username === undefined || before?.username ? {} : { username: username || null }),
    ...(externalId === undefined ? {} : { externalId: externalId || null }),
    ...(organization === undefined ? {} : { organization: organization || null }),
    ...(authentication === undefined ? {} : { authentication: authenticationOf(policy, before, authentication) }),
    ...(given.enabled === undefined ? {} : { enabled: given.enabled }),
    ...(given.protected === undefined ? {} : { protected: given.protected }),
    ...(attributes === undefined ? {} : { attributes: mergeAttributes(before?.attributes ?? {}, attributes) }),
  }
}

/** The only provider there is need not be named; whoever stays with theirs stays who they are there. */
function authenticationOf(
  { signIn }: Policy,
  before: User | null,
  { kind, provider }: NonNullable<GivenAccount['authentication']>,
): Authentication {
  if (kind === 'internal') return { kind, provider: null, subject: null }
  const [only, ...others] = signIn.providers
  const present = before?.authentication.kind === 'external' ? before.authentication : null
  const named = provider ?? present?.provider ?? (others.length === 0 ? (only?.id ?? null) : null)
  return { kind, provider: named, subject: named === present?.provider ? (present?.subject ?? null) : null }
}

/** Fields that are not an administrator's to write, and why not; null: none. Before is null for a new person. */
export function foreignFields(
  { policy, attributes, through }: AccountRules,
  before: User | null,
  given: GivenAccount,
): { readonly fields: readonly string[]; readonly reason: Reason } | null {
  const profile = Object.keys(profileOf(given)).filter((field) => {
    const { editableBy } = policy.fields[field as ProfileField]
    return editableBy === 'owner' || editableBy === 'nobody'
  })
  const moves = before !== null && given.email !== undefined && given.email.trim() !== before.email
  const email = moves && !policy.emailEditable ? ['email'] : []
  const keys = through === 'file' ? [] : Object.keys(given.attributes ?? {})
  const kept = keys.filter((key) => attributes[key] && attributes[key].screen !== 'editable')
  const fields = [...profile, ...email, ...kept.map((key) => `attributes.${key}`)]
  if (fields.length === 0) return null
  const owners = profile.length > 0 || (email.length > 0 && policy.emailChange !== null)
  return { fields, reason: owners ? 'owner-only-field' : 'disabled-by-policy' }
}

/** What is wrong with the fields, all at once, before anything is looked up; the address was checked before. */
export function accountProblems(
  { policy, attributes }: AccountRules,
  before: User | null,
  given: GivenAccount,
  fields: AccountFields,
): Record<string, FieldCode> {
  const problems: Record<string, FieldCode> = {}
  for (const [field, { requiredAtCreation }] of Object.entries(policy.fields)) {
    const value = fields[field as ProfileField]
    const missing = before ? value === null : value === undefined || value === null
    if (requiredAtCreation && missing) problems[field] = 'required'
  }
  if (!before && !fields.email) problems.email = 'required'
  const username = usernameIssue(policy, before, given.username)
  if (username) problems.username = username
  const { authentication, organization } = fields
  const follows = policy.organization.from === 'email-domain'
  const written = organization !== undefined && organization !== (before?.organization ?? null)
  if (follows && written) problems.organization = 'fixed'
  const known = policy.signIn.providers.some(({ id }) => id === authentication?.provider)
  if (authentication?.kind === 'external' && !known) problems.authentication = 'invalid'
  for (const [key, value] of Object.entries(given.attributes ?? {})) {
    const problem = attributeProblem(attributes[key], value)
    if (problem) problems[`attributes.${key}`] = problem
  }
  return problems
}

/** Given once, to people who have none; the same again, however it is written, changes nothing. */
function usernameIssue({ username }: Policy, before: User | null, given: string | null | undefined): FieldCode | null {
  if (!username) return given ? 'invalid' : null
  if (before?.username) {
    return given === undefined || (given && usernameKey(given) === usernameKey(before.username)) ? null : 'fixed'
  }
  if (before && given === undefined) return null
  return usernameProblem(given ?? '', username)
}
