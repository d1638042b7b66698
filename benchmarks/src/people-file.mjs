// A file of people as a personnel system exports it: twelve columns, everybody new, keys in no order.
import { closeSync, openSync, writeSync } from 'node:fs'
import { FIRST, LAST } from './crowd.mjs'

export const COLUMNS = [
  'Username',
  'Email',
  'FirstName',
  'LastName',
  'JobTitle',
  'MobileNumber',
  'AssignedRole',
  'Active',
  'PreferredLanguage',
  'TimeZone',
  'Organization',
  'ExternalId',
]
const JOBS = ['Nurse', 'Cook', 'Clerk', '"Clerk, night"', 'Keeper']
const AT_ONCE = 10_000
/** A prime over a million: multiplying by another one modulo this visits every number once, in no order. */
const PRIME = 1_000_003

/** Writes that many people; a million are just under the 100 MiB that the parser takes. */
export function writePeople(file, count) {
  const to = openSync(file, 'wx')
  writeSync(to, `${COLUMNS}\n`)
  for (let from = 1; from <= count; from += AT_ONCE) {
    const lines = Array.from({ length: Math.min(AT_ONCE, count + 1 - from) }, (_, index) => line(from + index))
    writeSync(to, lines.join(''))
  }
  closeSync(to)
}

function line(number) {
  const key = (number * 7_368_787) % PRIME
  const any = (from, step) => from[(key * step) % from.length]
  const site = (key % 7) * (key % 11) * (key % 13)
  const cells = [
    `u${key}`,
    `u${key}@site${site}.example`,
    any(FIRST, 3),
    any(LAST, 5),
    any(JOBS, 1),
    key % 3 === 0 ? '' : `+4420${key}`,
    key % 10 === 0 ? 'administrator' : 'user',
    key % 50 !== 0,
    any(['en-GB', 'de'], 1),
    any(['Europe/Berlin', 'Etc/UTC'], 1),
    `Site ${site}`,
    `e${key}`,
  ]
  return `${cells}\n`
}
