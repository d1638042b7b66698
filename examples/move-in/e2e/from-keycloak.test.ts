import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { hashRawSync } from '@node-rs/argon2'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { move } from './move.ts'

let moving: ReturnType<typeof move>
beforeEach(() => {
  moving = move()
})
afterEach(() => moving.end())

const password = 'blue boats'

/** A credential as `kc.sh export` writes it: two pieces of JSON inside the JSON. */
function credential(value: Buffer, salt: Buffer, costs: object) {
  return {
    id: '6d2c7c1f-5d4e-4e0c-9a32-0f9f1e7a9b10',
    type: 'password',
    createdDate: 1_735_689_600_000,
    secretData: JSON.stringify({
      value: value.toString('base64'),
      salt: salt.toString('base64'),
      additionalParameters: {},
    }),
    credentialData: JSON.stringify(costs),
  }
}

/** What Keycloak has made since version 24 unless told otherwise. */
function argon2() {
  const salt = randomBytes(16)
  const value = hashRawSync(password, { salt, memoryCost: 7_168, timeCost: 5, parallelism: 1, outputLen: 32 })
  const additionalParameters = {
    hashLength: ['32'],
    memory: ['7168'],
    type: ['id'],
    version: ['1.3'],
    parallelism: ['1'],
  }
  return credential(value, salt, { hashIterations: 5, algorithm: 'argon2', additionalParameters })
}

/** Keycloak fills short passwords up with NULs, which changes no HMAC. */
function pbkdf2(algorithm: string, digest: string, hashIterations: number, length: number) {
  const salt = randomBytes(16)
  const value = pbkdf2Sync(password.padEnd(14, '\0'), salt, hashIterations, length, digest)
  return credential(value, salt, { hashIterations, algorithm, additionalParameters: {} })
}

function person(username: string, more: object) {
  const email = `${username}@northwind.example`
  const realmRoles = ['default-roles-northwind']
  return {
    id: `id-of-${username}`,
    username,
    email,
    firstName: 'Lena',
    lastName: 'Vogt',
    enabled: true,
    realmRoles,
    ...more,
  }
}

const mail = (username: string) => `${username}@northwind.example`

const otp = { type: 'otp', secretData: '{"value":"c2VjcmV0"}', credentialData: '{"subType":"totp"}' }
const firebase = credential(randomBytes(64), randomBytes(16), { hashIterations: 8, algorithm: 'firebase-scrypt' })

it('brings people of a Keycloak realm over with their passwords and roles', async () => {
  const members = [
    person('lena', { credentials: [argon2()], realmRoles: ['default-roles-northwind', 'author'] }),
    person('amara', { credentials: [otp, pbkdf2('pbkdf2-sha512', 'sha512', 210_000, 64)], groups: ['/sales'] }),
    person('tomasz', {
      credentials: [pbkdf2('pbkdf2-sha256', 'sha256', 27_500, 64)],
      clientRoles: { account: ['view-profile'] },
    }),
    person('oscar', {
      credentials: [pbkdf2('pbkdf2-sha256', 'sha256', 600_000, 32)],
      clientRoles: { apps: ['author'] },
    }),
    person('ada', { credentials: [pbkdf2('pbkdf2', 'sha1', 20_000, 64)] }),
  ]
  const others = [
    person('off', { credentials: [argon2()], enabled: false }),
    person('meg', {
      credentials: [],
      federatedIdentities: [{ identityProvider: 'google', userId: '108', userName: 'meg' }],
    }),
    person('ldap', { credentials: [], federationLink: 'directory' }),
    person('new', { credentials: [argon2()], requiredActions: ['UPDATE_PASSWORD'] }),
    person('fire', { credentials: [firebase] }),
    person('old', { credentials: [{ type: 'password', hashedSaltedValue: 'a', salt: 'b', hashIterations: 1 }] }),
    { id: 'x', username: 'service-account-shop', enabled: true, serviceAccountClientId: 'shop' },
  ]
  writeFileSync(moving.path('northwind-users-0.json'), JSON.stringify({ realm: 'northwind', users: members }))
  writeFileSync(moving.path('northwind-users-1.json'), JSON.stringify({ realm: 'northwind', users: others }))
  const files = ['northwind-users-0.json', 'northwind-users-1.json']
  const roles = ['--role', 'author=publisher', '--role', 'apps/author=publisher']
  expect(moving.script('from-keycloak.ts', ...files, 'people.csv', ...roles)).toBe(
    `people.csv: 11 people, 6 with their password.
Left behind: confirmation of the address (11)
Left behind: role /sales (1)
Left behind: second factor otp (1)
Left behind: identity at google (1)
Left behind: password kept by a user federation (1)
Left behind: password to be changed (1)
Left behind: password of an unknown format (2)
`,
  )
  expect(moving.importHashes('people.csv')).toContain('11 created, 0 changed, 0 refused.')

  const people = await moving.people()
  const publisher = [{ role: 'publisher', scope: null }]
  expect(people[mail('lena')]).toMatchObject({ externalId: 'id-of-lena', status: 'confirmed', grants: publisher })
  expect(people[mail('oscar')]).toMatchObject({ grants: publisher })
  for (const username of ['lena', 'amara', 'tomasz', 'oscar', 'ada']) {
    expect([username, await moving.signIn(mail(username), 'red boats')]).toEqual([username, 'wrong-credentials'])
    expect([username, await moving.signIn(mail(username), password)]).toEqual([username, 'full'])
  }
  expect(people[mail('off')]).toMatchObject({ status: 'deactivated' })
  expect(await moving.signIn(mail('off'), password)).toBe('wrong-credentials')
  for (const username of ['meg', 'ldap', 'new', 'fire', 'old']) {
    expect(people[mail(username)]).toMatchObject({ status: 'not-confirmed' })
    expect(await moving.signIn(mail(username), password)).toBe('wrong-credentials')
  }
})

it('names people by their user names where the policy does', () => {
  writeFileSync(moving.path('realm.json'), JSON.stringify({ realm: 'northwind', users: [person('lena', {})] }))
  moving.script('from-keycloak.ts', 'realm.json', 'people.csv', '--usernames')
  expect(moving.read('people.csv').split('\r\n')).toEqual([
    'Username,Email,FirstName,LastName,ExternalId,AssignedRole,Active,PasswordHash',
    'lena,lena@northwind.example,Lena,Vogt,id-of-lena,,true,',
    '',
  ])
  expect(() => moving.script('from-keycloak.ts', 'realm.json', 'more.csv', '--role', 'author')).toThrow('--role author')
  expect(() => moving.script('from-keycloak.ts', 'people.csv')).toThrow('Say what to read')
})
