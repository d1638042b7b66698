// People of Keycloak, out of the files of `kc.sh export --realm northwind --dir export`:
// npx jiti from-keycloak.ts export/northwind-users-*.json people.csv --role admin=admin
import { readFile } from 'node:fs/promises'
import { type Person, readArguments, writePeople } from './people-csv.ts'

interface User {
  readonly id: string
  readonly username: string
  readonly email?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly enabled: boolean
  readonly emailVerified?: boolean
  readonly serviceAccountClientId?: string
  readonly federationLink?: string
  readonly realmRoles?: readonly string[]
  readonly clientRoles?: Readonly<Record<string, readonly string[]>>
  readonly groups?: readonly string[]
  readonly requiredActions?: readonly string[]
  readonly credentials?: readonly Credential[]
  readonly federatedIdentities?: readonly { readonly identityProvider: string }[]
}

interface Credential {
  readonly type: string
  /** JSON of `Secret`, and of `Costs`; versions long ago had neither. */
  readonly secretData?: string
  readonly credentialData?: string
}

interface Secret {
  readonly value: string
  readonly salt: string
}

interface Costs {
  readonly algorithm: string
  readonly hashIterations: number
  readonly additionalParameters?: Readonly<Record<string, readonly string[]>>
}

/** What Keycloak gives everybody by itself. */
const BUILT_IN = /^(?:default-roles-.*|offline_access|uma_authorization|account\/.*)$/
const PASSWORDS = ['password', 'password-history']
const ARGON2_VERSIONS: Readonly<Record<string, number>> = { '1.0': 16, '1.3': 19 }
const PBKDF2: Readonly<Record<string, string>> = {
  pbkdf2: 'pbkdf2-sha1',
  'pbkdf2-sha256': 'pbkdf2-sha256',
  'pbkdf2-sha512': 'pbkdf2-sha512',
}

async function* peopleOf(files: readonly string[]): AsyncGenerator<Person> {
  for (const file of files) {
    const { users = [] }: { users?: readonly User[] } = JSON.parse(await readFile(file, 'utf8'))
    // The others are programs.
    for (const user of users) if (!user.serviceAccountClientId) yield personOf(user)
  }
}

/** Roles go by `role`, those of a client by `client/role`, and groups by their path, `/group`. */
function personOf({ id, username, email, firstName, lastName, enabled, ...user }: User): Person {
  const { credentials = [], federatedIdentities = [], requiredActions = [] } = user
  const ofClients = Object.entries(user.clientRoles ?? {}).flatMap(([client, roles]) => {
    return roles.map((role) => `${client}/${role}`)
  })
  const roles = [...(user.realmRoles ?? []), ...ofClients, ...(user.groups ?? [])]
  const password = credentials.find(({ type }) => type === 'password')
  // A password that is to be changed at the next sign-in was chosen by somebody else, and would stay for good here.
  const temporary = requiredActions.includes('UPDATE_PASSWORD')
  const hash = password && !temporary ? hashOf(password) : null
  return {
    id,
    username,
    email: email ?? '',
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    roles: roles.filter((role) => !BUILT_IN.test(role)),
    active: enabled,
    hash,
    left: [
      ...(user.emailVerified ? [] : ['confirmation of the address']),
      ...(password && hash === null ? [temporary ? 'password to be changed' : 'password of an unknown format'] : []),
      ...(user.federationLink ? ['password kept by a user federation'] : []),
      ...credentials.filter(({ type }) => !PASSWORDS.includes(type)).map(({ type }) => `second factor ${type}`),
      ...federatedIdentities.map(({ identityProvider }) => `identity at ${identityProvider}`),
    ],
  }
}

/** A PHC string of Keycloak's two pieces of JSON; null for algorithms that somebody added to it. */
function hashOf({ secretData, credentialData }: Credential): string | null {
  if (!secretData || !credentialData) return null
  const { value, salt }: Secret = JSON.parse(secretData)
  const { algorithm, hashIterations, additionalParameters = {} }: Costs = JSON.parse(credentialData)
  const end = `$${base64(salt)}$${base64(value)}`
  if (algorithm === 'argon2') {
    const { type, version, memory, parallelism } = additionalParameters
    const v = ARGON2_VERSIONS[version?.[0] ?? '']
    return `$argon2${type?.[0]}$v=${v}$m=${memory?.[0]},t=${hashIterations},p=${parallelism?.[0]}${end}`
  }
  const pbkdf2 = PBKDF2[algorithm]
  return pbkdf2 ? `$${pbkdf2}$i=${hashIterations}${end}` : null
}

/** Without padding, as PHC strings have it. */
function base64(padded: string): string {
  return padded.replace(/=+$/, '')
}

const given = readArguments()
await writePeople(peopleOf(given.from), given)
