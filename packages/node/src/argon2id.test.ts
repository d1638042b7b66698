import { HasherBusyError } from '@rollcall/core'
import { describe, expect, test } from 'vitest'
import { argon2idHasher } from './argon2id.ts'

const cheap = { memoryCost: 8, timeCost: 1 }
const hasher = argon2idHasher(cheap)

describe('a hash made here', () => {
  test('is a PHC string with the costs of the OWASP cheat sheet and verifies one password only', async () => {
    const hasher = argon2idHasher()
    const hash = await hasher.hash('kestrel harbour velvet')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await hasher.verify('kestrel harbour velvet', hash)).toBe(true)
    expect(await hasher.verify('kestrel harbour velvet ', hash)).toBe(false)
    expect(hasher.needsRehash(hash)).toBe(false)
    expect(hasher.accepts(hash)).toBe(true)
  })

  test('is renewed once any cost is raised, and not when costs are lowered', async () => {
    const hash = await hasher.hash('x')
    expect(argon2idHasher({ ...cheap, memoryCost: 16 }).needsRehash(hash)).toBe(true)
    expect(argon2idHasher({ ...cheap, timeCost: 2 }).needsRehash(hash)).toBe(true)
    expect(argon2idHasher({ ...cheap, memoryCost: 16, parallelism: 2 }).needsRehash(hash)).toBe(true)
    expect(hasher.needsRehash(await argon2idHasher({ memoryCost: 16, timeCost: 2 }).hash('x'))).toBe(false)
  })
})

// Test vectors of argon2's reference code, crypt_blowfish and RFC 7914; passlib's manual, and passlib 1.7.
const RFC7914_SCRYPT =
  '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887'
const RFC7914_PBKDF2 =
  '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783'

const MADE_ELSEWHERE = [
  ['argon2i', 'password', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA'],
  ['bcrypt $2a$', 'U*U*U', '$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a'],
  ['bcrypt $2b$', 'U*U', '$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
  ['bcrypt $2y$', 'U*U', '$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
  ['scrypt', 'pleaseletmein', phc('scrypt$ln=14,r=8,p=1', 'SodiumChloride', RFC7914_SCRYPT)],
  [
    'passlib scrypt',
    'password',
    '$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E',
  ],
  ['PBKDF2', 'passwd', phc('pbkdf2-sha256$i=1,l=64', 'salt', RFC7914_PBKDF2)],
  [
    'passlib PBKDF2',
    'password',
    '$pbkdf2-sha256$6400$.....................w$XiXW2ZN5pNKfkXlkTxrm/lkKT7d.DlzEXv1V336V1.4',
  ],
  ['passlib PBKDF2-SHA-1', 'password', '$pbkdf2$2000$c29tZSBzYWx0IGJ5dGVzIQ$0BGND2TFnVZC4IcghlXBzQr1W78'],
  [
    'passlib PBKDF2-SHA-512',
    'password',
    '$pbkdf2-sha512$2000$c29tZSBzYWx0IGJ5dGVzIQ$2LpvDou1m5ddp0Hbn414WyLPO3omEg/w5JIVM5pcjfT8VB6Bov.PpYT0YxwQErMcew2kMMpe7D9K09sxQfbLWA',
  ],
] as const

function phc(head: string, salt: string, hex: string): string {
  const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  return `$${head}$${bare(Buffer.from(salt))}$${bare(Buffer.from(hex, 'hex'))}`
}

describe('a hash made elsewhere', () => {
  test.each(MADE_ELSEWHERE)(
    '%s is taken over, verifies, refuses another password and asks to be renewed',
    async (_, password, hash) => {
      expect(hasher.accepts(hash)).toBe(true)
      expect(await hasher.verify(password, hash)).toBe(true)
      expect(await hasher.verify(`${password}.`, hash)).toBe(false)
      expect(hasher.needsRehash(hash)).toBe(true)
    },
  )

  test.each([
    ['nothing', ''],
    ['plain text', 'password'],
    ['an unknown scheme', '$md5$c29tZXNhbHQ$X03MO1qnZdYdgyfeuILPmQ'],
    ['a truncated argon2 hash', '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ'],
    ['an argon2 hash of 6 bytes', '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$wWKIMhR9'],
    [
      'argon2 in no version there is',
      '$argon2i$v=99$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA',
    ],
    ['a truncated bcrypt hash', '$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe'],
    ['a bcrypt hash that goes on', '$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW\n'],
    [
      'a bcrypt hash with a character no hash ends with',
      '$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeZ',
    ],
    ['bcrypt in markup', '<b>$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW</b>'],
    ['a truncated scrypt hash', '$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDl'],
    ['PBKDF2 over MD5', '$pbkdf2-md5$6400$.....................w$XiXW2ZN5pNKfkXlkTxrm/lkKT7d.DlzEXv1V336V1.4'],
    ['an empty PBKDF2 hash', '$pbkdf2-sha256$1$c2FsdA$A'],
    ['an empty scrypt hash', '$scrypt$ln=1,r=1,p=1$c2FsdA$A'],
    ['argon2 over 4 GiB', '$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA'],
    ['bcrypt of cost 31', '$2b$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
    ['bcrypt of a cost there is not', '$2b$32$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
    ['scrypt over 2 GiB', '$scrypt$ln=21,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E'],
    ['scrypt in 99 lanes', '$scrypt$ln=16,r=8,p=99$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E'],
    [
      'PBKDF2 of 9,999,999 rounds',
      '$pbkdf2-sha256$9999999$0ZrzXitFSGltTQnBWOsdgw$Y11AchqV4b0sUisdZd0Xr97KWoymNE0LNNrnEgY4H9M',
    ],
  ])('%s is not taken over, and no password at all, at once', async (_, hash) => {
    const started = performance.now()
    expect(hasher.accepts(hash)).toBe(false)
    expect(await hasher.verify('password', hash)).toBe(false)
    expect(performance.now() - started).toBeLessThan(50)
  })
})

test('refuses costs that it would not verify again', () => {
  expect(() => argon2idHasher({ memoryCost: 1_048_576 })).toThrow(RangeError)
  expect(() => argon2idHasher({ memoryCost: 4 })).toThrow(RangeError)
  expect(() => argon2idHasher({ timeCost: 0 })).toThrow(RangeError)
})

test('answers busy once 256 are waiting, and works again when they are done', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 400 }, () => hasher.hash('x')))
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused.length).toBeGreaterThanOrEqual(400 - 256 - 3)
  expect(refused.length).toBeLessThan(400 - 256)
  for (const { reason } of refused) expect(reason).toBeInstanceOf(HasherBusyError)
  expect(await hasher.hash('x')).toMatch(/^\$argon2id\$/)
})
