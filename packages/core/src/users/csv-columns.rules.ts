import type { AccessPolicy, Grant } from '../access/access-policy.rules.ts'
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

/**
 * The column of password hashes that another product made. Only the host's own code brings it in, by mapping a header to
 * it; it is none of `COLUMNS`, so that no export has it and no page offers it.
 */
export const PASSWORD_HASH = 'PasswordHash'

/** Between the values of a cell that holds several; ids and roles never contain it. */
export const BETWEEN_VALUES = ';'

/** Between a resource and the role held there, where its type has more than one. */
export const BEFORE_ROLE = ':'

/** The header line of a file of people. */
export function headerOf(attributes: AttributeDefinitions): string[] {
  return [...Object.values(COLUMNS), ...Object.keys(attributes).map((key) => `${ATTRIBUTE_COLUMN}${key}`)]
}

/** Instead of instances: those that everybody begins with. */
export const DEFAULT_INSTANCES = 'default'

/** A person as the cells of one line, by what they hold; what is theirs by groups or providers is not theirs to write. */
export function cellsOf(
  user: User,
  attributes: AttributeDefinitions,
  roles: AccessPolicy['scopedRoles'],
): Record<Column | AttributeColumn, string> {
  const direct = user.grants.filter(({ source }) => source === 'direct')
  const everywhere = direct.flatMap(({ role, scope }) => (scope === null ? [role] : []))
  const instances = direct.flatMap((grant) => (grant.scope === null ? [] : [instanceOf(grant, roles)]))
  const cells: Readonly<Record<Column, string | null>> = {
    username: user.username,
    email: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    displayName: user.displayName,
    jobTitle: user.jobTitle,
    phone: user.phone,
    roles: everywhere.join(BETWEEN_VALUES),
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
  const own = Object.keys(attributes).map((key) => [`${ATTRIBUTE_COLUMN}${key}`, user.attributes[key]] as const)
  const texts = [...Object.entries(cells), ...own].map(([column, value]) => [column, String(value ?? '')] as const)
  return Object.fromEntries(texts) as Record<Column | AttributeColumn, string>
}

/** The instance alone where its type has one role only, and its id means nothing else. */
export function instanceOf({ role, scope }: Pick<Grant, 'role' | 'scope'>, roles: AccessPolicy['scopedRoles']): string {
  const type = roles.find(({ id }) => id === role)?.resourceType
  const alone = soleRoleOf(type, roles) === role && scope !== DEFAULT_INSTANCES
  return alone ? `${scope}` : `${scope}${BEFORE_ROLE}${role}`
}

/** The one role there is on resources of a type; null where there are more, or none. */
export function soleRoleOf(type: string | undefined, roles: AccessPolicy['scopedRoles']): string | null {
  const [first, second] = roles.filter(({ resourceType }) => resourceType === type)
  return first !== undefined && second === undefined ? first.id : null
}
