// People of Better Auth, out of its SQLite file or of rows as JSON lines:
// npx jiti from-better-auth.ts auth.sqlite people.csv --role admin=admin
import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import Database from 'libsql'
import { type Person, readArguments, writePeople } from './people-csv.ts'

/** A row of `user`, with the password of its account. The last four are there with the plugins that bring them. */
interface Row {
  readonly id: string | number
  readonly email: string
  readonly name: string
  readonly emailVerified: boolean | number
  readonly passwordHash: string | null
  /** Several are separated by commas. */
  readonly role?: string | null
  readonly banned?: boolean | number | null
  readonly banExpires?: string | number | null
  readonly twoFactorEnabled?: boolean | number | null
}

/** The same in PostgreSQL, whose rows come as JSON lines: see docs/moving-in.md. */
const QUERY = `
  SELECT u.*, a.password AS "passwordHash" FROM "user" u
  LEFT JOIN account a ON a."userId" = u.id AND a."providerId" = 'credential'`

async function* rowsOf(file: string): AsyncGenerator<Row> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  if (file.endsWith('.jsonl')) {
    for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line)
  } else {
    const database = new Database(file)
    yield* database.prepare(QUERY).iterate([]) as Iterable<Row>
    database.close()
  }
}

function personOf({ id, email, name, role, passwordHash, ...row }: Row): Person {
  // Better Auth keeps one name; its last word is taken for the family's.
  const [, firstName = name, lastName = ''] = /^(.*\S)\s+(\S+)$/.exec(name.trim()) ?? []
  const hash = passwordHash === null ? null : hashOf(passwordHash)
  const banOver = row.banExpires != null && new Date(row.banExpires).getTime() < Date.now()
  return {
    id: String(id),
    email,
    firstName,
    lastName,
    roles: role ? role.split(',') : [],
    active: !row.banned || banOver,
    hash,
    left: [
      ...(row.emailVerified ? [] : ['confirmation of the address']),
      ...(passwordHash !== null && hash === null ? ['password of an unknown format'] : []),
      ...(row.twoFactorEnabled ? ['second factor'] : []),
    ],
  }
}

/** A PHC string of what Better Auth stores: `salt:key`, where the salt is the hexadecimal text, not the bytes it names. */
function hashOf(stored: string): string | null {
  const [, salt, key] = /^([0-9a-f]{32}):([0-9a-f]{128})$/.exec(stored) ?? []
  if (salt && key) return `$scrypt$ln=14,r=16,p=1$${base64(Buffer.from(salt))}$${base64(Buffer.from(key, 'hex'))}`
  // A hash function of one's own, most often argon2 or bcrypt: the import says whether it takes it.
  return stored.startsWith('$') ? stored : null
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

async function* peopleOf(files: readonly string[]) {
  for (const file of files) for await (const row of rowsOf(file)) yield personOf(row)
}

const given = readArguments()
await writePeople(peopleOf(given.from), given)
