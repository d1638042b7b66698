import { randomBytes } from 'node:crypto'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { admin } from 'better-auth/plugins'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { move } from './move.ts'

let moving: ReturnType<typeof move>
beforeEach(() => {
  moving = move()
})
afterEach(() => moving.end())

const password = 'seven green boats'
const [ada, amara, lena, tomasz, meg] = ['ada', 'amara', 'lena', 'tomasz', 'meg'].map(
  (one) => `${one}@northwind.example`,
) as [string, string, string, string, string]

/** A Better Auth with people in it: Ada administers, Lena is banned, Tomasz’s ban is over, Meg comes by Google. */
async function signUps(): Promise<Record<string, string>> {
  const database = new Database(moving.path('auth.sqlite'))
  const options = {
    database: { db: new Kysely({ dialect: new SqliteDialect({ database }) }), type: 'sqlite' },
    baseURL: 'http://localhost:3000',
    secret: randomBytes(32).toString('base64'),
    emailAndPassword: { enabled: true },
    plugins: [admin()],
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions
  await (await getMigrations(options)).runMigrations()
  const auth = betterAuth(options)
  const ids: Record<string, string> = {}
  for (const [email, name] of [
    [ada, 'Ada Quist'],
    [amara, 'Amara Ngozi Okafor'],
    [lena, 'Lena Vogt'],
    [tomasz, 'Tomasz Wójcik'],
  ] as const) {
    ids[email] = (await auth.api.signUpEmail({ body: { email, name, password } })).user.id
  }
  const { internalAdapter } = await auth.$context
  await internalAdapter.updateUser(ids[ada] ?? '', { role: 'admin' })
  const signedIn = await auth.api.signInEmail({ body: { email: ada, password }, returnHeaders: true })
  const headers = {
    cookie: signedIn.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  }
  await auth.api.setRole({ headers, body: { userId: ids[amara] ?? '', role: ['user', 'admin'] } })
  await auth.api.banUser({ headers, body: { userId: ids[lena] ?? '', banExpiresIn: 3_600 } })
  await auth.api.banUser({ headers, body: { userId: ids[tomasz] ?? '', banExpiresIn: -1 } })
  await internalAdapter.createOAuthUser(
    { email: meg, name: 'Meg Quist', emailVerified: true },
    { providerId: 'google', accountId: '108' },
  )
  database.close()
  return ids
}

it('brings people of Better Auth over with their passwords, roles and bans', async () => {
  const ids = await signUps()
  const said = moving.script('from-better-auth.ts', 'auth.sqlite', 'people.csv', '--role', 'admin=publisher')
  expect(said).toBe(
    'people.csv: 5 people, 4 with their password.\nLeft behind: confirmation of the address (4)\nLeft behind: role user (4)\n',
  )
  expect(statSync(moving.path('people.csv')).mode & 0o777).toBe(0o600)
  expect(moving.importHashes('people.csv')).toContain('5 created, 0 changed, 0 refused.')

  expect(await moving.people()).toMatchObject({
    [ada]: { firstName: 'Ada', lastName: 'Quist', externalId: ids[ada], status: 'confirmed' },
    [amara]: { firstName: 'Amara Ngozi', lastName: 'Okafor', grants: [{ role: 'publisher', scope: null }] },
    [lena]: { status: 'deactivated', grants: [] },
    [tomasz]: { status: 'confirmed' },
    [meg]: { status: 'not-confirmed' },
  })
  for (const email of [ada, amara, tomasz]) {
    expect([email, await moving.signIn(email, `${password}.`)]).toEqual([email, 'wrong-credentials'])
    expect([email, await moving.signIn(email, password)]).toEqual([email, 'full'])
  }
  expect(await moving.signIn(lena, password)).toBe('wrong-credentials')
  expect(await moving.signIn(meg, password)).toBe('wrong-credentials')
})

it('reads rows as PostgreSQL writes them, and says what stays behind', () => {
  const row = (id: number, more: object) =>
    JSON.stringify({ id, email: `n${id}@northwind.example`, name: 'Lena Vogt', passwordHash: null, ...more })
  const rows = [
    row(1, { name: '=Lena "Lee", Vogt', role: 'user,editor', banned: false, banExpires: null }),
    row(2, { banned: true, banExpires: null, passwordHash: '$2b$10$own', twoFactorEnabled: true }),
    row(3, { banned: true, banExpires: '2024-05-01T10:00:00+00:00', passwordHash: 'sha1:0a' }),
    row(4, { name: 'Lena', role: 'editor' }),
  ]
  writeFileSync(moving.path('rows.jsonl'), `${rows.join('\n')}\n`)
  expect(moving.script('from-better-auth.ts', 'rows.jsonl', 'people.csv')).toBe(
    `people.csv: 4 people, 1 with their password.
Left behind: role user (1)
Left behind: role editor (2)
Left behind: confirmation of the address (4)
Left behind: second factor (1)
Left behind: password of an unknown format (1)
`,
  )
  expect(moving.read('people.csv').split('\r\n')).toEqual([
    'Email,FirstName,LastName,ExternalId,AssignedRole,Active,PasswordHash',
    `n1@northwind.example,"'=Lena ""Lee"",",Vogt,1,,true,`,
    'n2@northwind.example,Lena,Vogt,2,,false,$2b$10$own',
    'n3@northwind.example,Lena,Vogt,3,,true,',
    'n4@northwind.example,Lena,,4,,true,',
    '',
  ])
  expect(() => moving.script('from-better-auth.ts', 'rows.jsonl', 'people.csv')).toThrow('EEXIST')
  expect(() => moving.script('from-better-auth.ts', 'auth.sqlite', 'more.csv')).toThrow('There is no file auth.sqlite.')
  expect(existsSync(moving.path('more.csv'))).toBe(false)
})
