import type { Grant } from '../access/access-policy.rules.ts'
import type { AttributeDefinitions } from './attribute.rules.ts'
import type { User } from './user.rules.ts'

/** The columns of a file of people, by what they hold: one header each, the same in every language. */
export const COLUMNS = {
  username: 'Username',
  email: 'Email',
  firstName: 'FirstName',
  lastName: 'LastName',
  displayName: 'DisplayName',
  jobTitle: 'JobTitle',
  phone: 'MobileNumber',
  roles: 'AssignedRole',
  authentication: 'AuthenticationType',
  provider: 'AuthenticationProvider',
  protected: 'ProtectedUser',
  enabled: 'Active',
  language: 'PreferredLanguage',
  timeZone: 'TimeZone',
  instances: 'ProductInstances',
  organization: 'Organization',
  externalId: 'ExternalId',
  muteNotifications: 'MuteNotifications',
} as const
export type Column = keyof typeof COLUMNS

/** What the header of a host's own field begins with; its key follows. */
export const ATTRIBUTE_COLUMN = 'attr:'
export type AttributeColumn = `${typeof ATTRIBUTE_COLUMN}${string}`

/** Between the values of a cell that holds several; ids and roles never contain it. */
export const BETWEEN_VALUES = ';'

/** Between a resource and the role held there, where its type has more than one. */
export const BEFORE_ROLE = ':'

/** The header line of a file of people. */
export function headerOf(attributes: AttributeDefinitions): string[] {
  return [...Object.values(COLUMNS), ...Object.keys(attributes).map((key) => `${ATTRIBUTE_COLUMN}${key}`)]
}

/** A person as the cells of one line; what they hold by groups or providers is not theirs to write. */
export function cellsOf(
  user: User,
  attributes: AttributeDefinitions,
  roleOf: (type: Grant) => string | null,
): string[] {
  const direct = user.grants.filter(({ source }) => source === 'direct')
  const roles = direct.flatMap(({ role, scope }) => (scope === null ? [role] : []))
  const instances = direct.flatMap((grant) => (grant.scope === null ? [] : [instanceOf(grant, roleOf(grant))]))
  const cells: Readonly<Record<Column, string | null>> = {
    username: user.username,
    email: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    displayName: user.displayName,
    jobTitle: user.jobTitle,
    phone: user.phone,
    roles: roles.join(BETWEEN_VALUES),
    authentication: user.authentication.kind,
    provider: user.authentication.provider,
    protected: String(user.protected),
    enabled: String(user.enabled),
    language: user.language,
    timeZone: user.timeZone,
    instances: instances.join(BETWEEN_VALUES),
    organization: user.organization,
    externalId: user.externalId,
    muteNotifications: String(user.muteNotifications),
  }
  const own = Object.keys(attributes).map((key) => user.attributes[key])
  return [...Object.values(cells), ...own].map((value) => (value === null || value === undefined ? '' : String(value)))
}

/** The instance alone where its type has one role only. */
function instanceOf({ role, scope }: Grant, only: string | null): string {
  return role === only ? `${scope}` : `${scope}${BEFORE_ROLE}${role}`
}
