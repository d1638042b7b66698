// The peer as its users put it together, with the same people and the same SQLite driver, journal and durability.
import { join } from 'node:path'
import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { getMigrations } from 'better-auth/db/migration'
import { admin } from 'better-auth/plugins'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { PASSWORD, person } from './people.mjs'
import { directory, SITE } from './product.mjs'

/**
 * @param {{ hasher: { hash: Function, verify: Function }, cookieCache?: boolean, memory?: boolean, path?: string, pool?: import('pg').Pool }} options
 *   on SQLite in the directory `path`, unless told otherwise
 */
export async function peer({ hasher, cookieCache = false, memory = false, path = directory(), pool = null }) {
  const options = {
    baseURL: SITE,
    secret: 'a secret of more than thirty-two characters',
    database: memory
      ? memoryAdapter({ user: [], session: [], account: [], verification: [] })
      : (pool ?? { db: sqlite(path), type: 'sqlite' }),
    emailAndPassword: {
      enabled: true,
      password: { hash: hasher.hash, verify: ({ password, hash }) => hasher.verify(password, hash) },
    },
    session: { cookieCache: { enabled: cookieCache, maxAge: 3_600 } },
    plugins: [admin()],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  }
  if (!memory) await (await getMigrations(options)).runMigrations()
  return betterAuth(options)
}

export const peerFile = (path) => join(path, 'better-auth.sqlite')

function sqlite(path) {
  const database = new Database(peerFile(path))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'])
    database.exec(`PRAGMA ${pragma}`)
  return new Kysely({ dialect: new SqliteDialect({ database }) })
}

/** Puts the same people in, with a password of that hash. */
export async function settlePeer(auth, { count, hash }) {
  const { internalAdapter } = await auth.$context
  for (let number = 0; number < count; number += 1) {
    const { email, firstName, lastName, rank } = person(number)
    const user = await internalAdapter.createUser({
      email,
      name: `${firstName} ${lastName}`,
      emailVerified: true,
      role: `role-${rank}`,
    })
    await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash })
  }
}

export function signInToPeer(auth, { email }) {
  return auth.api.signInEmail({ body: { email, password: PASSWORD } })
}

/** A `Cookie` header of a session of that person. */
export async function peerCookie(auth, number) {
  const answer = await auth.api.signInEmail({
    body: { email: person(number).email, password: PASSWORD },
    asResponse: true,
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
