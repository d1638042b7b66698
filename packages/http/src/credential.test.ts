import { describe, expect, test } from 'vitest'
import { createSessionCookie, credentialOf } from './credential.ts'

const clock = { now: () => 1_000_000 }
const cookie = createSessionCookie(new URL('https://people.example'), clock)
const request = (headers: Record<string, string>) => new Request('https://people.example/', { headers })

describe('the session cookie', () => {
  test('is bound to the host, hidden from scripts, and lives as long as the session', () => {
    expect(
      cookie
        .keep('token', 1_000_000 + 3_600_000)
        .split('; ')
        .toSorted(),
    ).toEqual(['__Host-rollcall=token', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Max-Age=3600'].toSorted())
  })

  test('is forgotten by the same name and attributes', () => {
    expect(cookie.forget).toMatch(/^__Host-rollcall=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test.each(['http://people.example', 'http://localhost.example', 'http://10.0.0.1', 'ftp://people.example'])(
    'is not handed out over %s',
    (address) => {
      expect(() => createSessionCookie(new URL(address), clock)).toThrow(TypeError)
    },
  )

  test('has another name on a plain-http loopback site, where browsers refuse the prefix', () => {
    const local = createSessionCookie(new URL('http://localhost:3000'), clock)
    expect(local.keep('token', 2_000_000)).toBe('rollcall=token; Max-Age=1000; Path=/; HttpOnly; SameSite=Lax')
  })
})

test.each([
  [{ cookie: '__Host-rollcall=abc' }, { token: 'abc', by: 'cookie' }],
  [{ cookie: 'a=1; __Host-rollcall=abc; __Host-rollcall=def' }, { token: 'abc', by: 'cookie' }],
  [{ cookie: 'rollcall=abc; x__Host-rollcall=abc' }, null],
  [{ cookie: '__Host-rollcall=' }, null],
  [{ cookie: '__Host-rollcall=rct_abc' }, null],
  [{ authorization: 'Bearer rct_abc' }, { token: 'rct_abc', by: 'bearer' }],
  [
    { authorization: 'Bearer xyz', cookie: '__Host-rollcall=abc' },
    { token: 'xyz', by: 'bearer' },
  ],
  [{ authorization: 'bearer  xyz ' }, { token: 'xyz', by: 'bearer' }],
  [
    { authorization: 'Basic eHl6', cookie: '__Host-rollcall=abc' },
    { token: 'abc', by: 'cookie' },
  ],
  [{ authorization: 'Bearer' }, null],
  [{}, null],
])('%j presents %j', (headers, credential) => {
  expect(credentialOf(request(headers as Record<string, string>), cookie)).toEqual(credential)
})
