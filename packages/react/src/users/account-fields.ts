import { nameOf, PROFILE_FIELDS, type ProfileField } from '@rollcall/core/rules'
import type { AccountPolicy, AccountResource } from './account-policy-query.ts'
import type { CreateUserInput } from './use-create-user.ts'
import type { Draft, Value } from './use-draft.ts'
import type { EditUserInput } from './use-edit-user.ts'
import type { UserWithDetails } from './user-query.ts'

/**
 * An account flat, as forms know it: fields by their names on the wire, the host's own as `attributes.KEY`, and each role
 * given directly as a field of its own (`roleField`), so that two people's changes meet role by role.
 */
export type Account = { readonly [field: string]: Value }
export type AccountDraft = Draft<string>

const ROLE = 'role:'

/** The field that is true while somebody has the role, there or (null) on the whole product. */
export function roleField(role: string, scope: string | null): string {
  return scope === null ? ROLE + role : `${ROLE}${role}@${scope}`
}

/** The role a field stands for. */
export function roleOf(field: string): { readonly role: string; readonly scope: string | null } | null {
  if (!field.startsWith(ROLE)) return null
  const [role = '', scope = null] = field.slice(ROLE.length).split('@')
  return { role, scope }
}

/** `internal`, or `external:` and the provider. */
export function authenticationText({ kind, provider }: UserWithDetails['authentication']): string {
  return kind === 'internal' ? kind : `${kind}:${provider ?? ''}`
}

function authenticationOf(text: string): UserWithDetails['authentication'] {
  const [kind, provider] = text.split(':')
  return kind === 'internal' ? { kind, provider: null } : { kind: 'external', provider: provider || null }
}

/** Somebody as they are saved. */
export function accountOf(user: UserWithDetails): Account {
  return {
    ...Object.fromEntries(PROFILE_FIELDS.map((field) => [field, user[field]])),
    email: user.email,
    username: user.username,
    authentication: authenticationText(user.authentication),
    enabled: user.enabled,
    protected: user.protected,
    ...Object.fromEntries(
      Object.entries(user.attributes).map(([key, value]) => {
        return [`attributes.${key}`, typeof value === 'boolean' ? value : String(value)]
      }),
    ),
    ...Object.fromEntries(
      user.grants.filter(({ source }) => source === 'direct').map(({ role, scope }) => [roleField(role, scope), true]),
    ),
  }
}

/** Where somebody new begins: the policy's defaults, the role people without one have, the default instances. */
export function newAccount(policy: AccountPolicy, resources: readonly AccountResource[]): Account {
  const basic = policy.roles.find(({ id, mayGrant }) => id === policy.defaultRole && mayGrant)
  const defaults = resources.flatMap(({ id, type, isDefault, mayGrant: [role] }) => {
    return isDefault && role !== undefined && type in policy.containers ? [roleField(role, id)] : []
  })
  return {
    language: policy.languages[0] ?? null,
    timeZone: policy.timeZone,
    muteNotifications: false,
    authentication: 'internal',
    enabled: true,
    protected: policy.protectedByDefault,
    ...Object.fromEntries([...(basic ? [roleField(basic.id, null)] : []), ...defaults].map((field) => [field, true])),
  }
}

/** The whole of a draft: what is saved, with what was typed over it. */
export function draftedAccount(saved: Account, draft: AccountDraft): Account {
  return { ...saved, ...draft.patch } as Account
}

/** What somebody will be called on screen. */
export function draftedName(account: Account): string {
  const text = (field: string) => (account[field] ? String(account[field]) : null)
  const [displayName, firstName, lastName, username] = ['displayName', 'firstName', 'lastName', 'username'].map(text)
  return nameOf({
    displayName: displayName ?? null,
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    username: username ?? null,
    email: text('email') ?? '',
  })
}

/** What to send to set somebody up. */
export function creationOf(account: Account, policy: AccountPolicy): CreateUserInput {
  const fields = [...Object.keys(policy.creationFields), 'email', 'username', 'authentication', 'enabled', 'protected']
  const attributes = policy.attributes.map(({ key }) => `attributes.${key}`)
  const given = [...fields, ...attributes].filter((field) => (account[field] ?? null) !== null)
  return { ...fieldsOf(account, given, policy), grants: grantsOf(account) } as CreateUserInput
}

/** What to send of an edit: what was changed, and where a role was, all that are given directly. */
export function editOf(account: Account, changed: readonly string[], policy: AccountPolicy) {
  const fields = changed.filter((field) => !roleOf(field))
  const grants = fields.length === changed.length ? {} : { grants: grantsOf(account) }
  return { ...fieldsOf(account, fields, policy), ...grants } as Omit<EditUserInput, 'userId' | 'version'>
}

function fieldsOf(account: Account, fields: readonly string[], { attributes }: AccountPolicy) {
  const own: Record<string, unknown> = {}
  const hosts: Record<string, unknown> = {}
  for (const field of fields) {
    const [group, key = ''] = field.split('.')
    const value = account[field] ?? null
    if (group === 'attributes') {
      const isNumber = attributes.find((one) => one.key === key)?.type === 'number'
      hosts[key] = isNumber && value !== null ? Number(value) : value
    } else own[field] = field === 'authentication' ? authenticationOf(String(value)) : value
  }
  return { ...own, ...(Object.keys(hosts).length > 0 ? { attributes: hosts } : {}) }
}

function grantsOf(account: Account) {
  return Object.entries(account).flatMap(([field, has]) => (has === true ? (roleOf(field) ?? []) : []))
}

/** Everything the first page shows that the server may object to. */
export function shownFields(policy: AccountPolicy): string[] {
  const hosts = policy.attributes.filter(({ screen }) => screen === 'editable').map(({ key }) => `attributes.${key}`)
  const name = policy.username ? ['username'] : []
  return [...Object.keys(policy.creationFields), 'email', ...name, 'authentication', 'grants', ...hosts]
}

/** Where a field stands on the first page. */
export type AccountGroup = 'userDetails' | 'loginDetails' | 'preferences'

export function groupOf(field: string): AccountGroup {
  if (field === 'username' || field === 'authentication') return 'loginDetails'
  const preferences: readonly string[] = ['language', 'timeZone', 'muteNotifications'] satisfies ProfileField[]
  return preferences.includes(field) || field.startsWith('attributes.') ? 'preferences' : 'userDetails'
}
