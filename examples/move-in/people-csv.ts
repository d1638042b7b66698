import { open, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { csvLine } from '@rollcall/core/rules'

/** Somebody on the way to Rollcall. */
export interface Person {
  readonly id: string
  readonly username?: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  /** By the names of the product they come from. */
  readonly roles: readonly string[]
  readonly active: boolean
  /** In one of the formats that `argon2idHasher` takes over; null: they come without a password. */
  readonly hash: string | null
  /** What they have and Rollcall does not take, for the count at the end. */
  readonly left: readonly string[]
}

/** `<script> <file>… <people.csv> [--role theirs=ours]… [--usernames]`: what to read, what to write, and how. */
export function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string', multiple: true }, usernames: { type: 'boolean', default: false } },
  })
  const to = positionals.pop()
  if (!to || positionals.length === 0) throw new Error('Say what to read, and last what to write.')
  const pairs = (values.role ?? []).map((pair): [string, string] => {
    const at = pair.lastIndexOf('=')
    if (at < 1) throw new Error(`--role ${pair} says nothing; write "theirs=ours".`)
    return [pair.slice(0, at), pair.slice(at + 1)]
  })
  return { from: positionals, to, roles: new Map(pairs), usernames: values.usernames }
}

/** Writes people as `rollcall import --hashes` reads them, and says what stays behind. */
export async function writePeople(
  people: AsyncIterable<Person>,
  { to, roles, usernames }: ReturnType<typeof readArguments>,
): Promise<void> {
  const counts = { people: 0, hashes: 0, left: new Map<string, number>() }

  async function* lines() {
    const header = ['Email', 'FirstName', 'LastName', 'ExternalId', 'AssignedRole', 'Active', 'PasswordHash']
    yield csvLine(usernames ? ['Username', ...header] : header)
    for await (const { id, username = '', email, firstName, lastName, active, hash, ...person } of people) {
      const ours = new Set(person.roles.flatMap((role) => roles.get(role) ?? []))
      const cells = [email, firstName, lastName, id, [...ours].join(';'), String(active), hash ?? '']
      yield csvLine(usernames ? [username, ...cells] : cells)
      counts.people += 1
      if (hash !== null) counts.hashes += 1
      const unnamed = person.roles.filter((role) => !roles.has(role)).map((role) => `role ${role}`)
      for (const what of [...unnamed, ...person.left]) counts.left.set(what, (counts.left.get(what) ?? 0) + 1)
    }
  }
  // It has everybody's hash: for its owner alone, and never into a file whose rights somebody else chose.
  const file = await open(to, 'wx', 0o600)
  try {
    await pipeline(lines, file.createWriteStream())
  } catch (error) {
    await rm(to)
    throw error
  }
  console.log(`${to}: ${counts.people} people, ${counts.hashes} with their password.`)
  for (const [what, count] of counts.left) console.log(`Left behind: ${what} (${count})`)
}
