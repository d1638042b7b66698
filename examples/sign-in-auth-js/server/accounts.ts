import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

/** The people of Northwind, by the host's own ids. */
export const PEOPLE = [
  { id: 'n-1', email: 'ada@northwind.example', firstName: 'Ada', lastName: 'Quist', role: 'system-administrator' },
  { id: 'n-2', email: 'lena@northwind.example', firstName: 'Lena', lastName: 'Vogt', role: 'minimal-user' },
  { id: 'n-3', email: 'tomasz@northwind.example', firstName: 'Tomasz', lastName: 'Wójcik', role: 'minimal-user' },
]

/** All of theirs. A host has them in its database. */
const PASSWORD = 'seven green boats'

const hash = (password: string, salt: Buffer) => ({ salt, digest: scryptSync(password, salt, 32) })
const hashes = new Map(PEOPLE.map(({ id }) => [id, hash(PASSWORD, randomBytes(16))]))
const nobody = hash('', randomBytes(16))

/** Takes as long for nobody as for somebody, so that no clock tells who exists. */
export function isPassword(id: string | undefined, password: string): boolean {
  const found = hashes.get(id ?? '')
  const { salt, digest } = found ?? nobody
  return timingSafeEqual(hash(password, salt).digest, digest) && found !== undefined
}
