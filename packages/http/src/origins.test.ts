import { describe, expect, test } from 'vitest'
import { createOrigins } from './origins.ts'

const origins = createOrigins(new URL('https://people.example/admin'), [
  'https://shop.example',
  'http://localhost:5173',
])
const request = (headers: Record<string, string>) => new Request('https://people.example/', { headers })
const site = ['same-origin', 'same-site', 'cross-site', 'none', null] as const

const ours = ['https://people.example', 'https://shop.example', 'http://localhost:5173']
const foreign = [
  null,
  'null',
  'https://people.example.evil.example',
  'https://evil-people.example',
  'https://sub.people.example',
  'https://people.example:8443',
  'http://people.example',
  'https://people.example.',
  'https://PEOPLE.example',
  'https://people.example/',
  'https://people.example, https://evil.example',
  'https://pеople.example',
  'https://shop.example@evil.example',
  'http://localhost',
  'file://',
]
function headersOf(origin: string | null, fetchSite: string | null) {
  return {
    ...(origin === null ? {} : { origin: encodeURI(origin) }),
    ...(fetchSite === null ? {} : { 'sec-fetch-site': fetchSite }),
  }
}

describe('a write proves where it comes from', () => {
  test.each(site)('with Sec-Fetch-Site %s, an allowed Origin is enough', (fetchSite) => {
    for (const origin of ours) expect(origins.prove(request(headersOf(origin, fetchSite))), origin).toBe(true)
  })

  test.each(site)('with Sec-Fetch-Site %s, no other Origin changes anything', (fetchSite) => {
    for (const origin of foreign) {
      expect(origins.prove(request(headersOf(origin, fetchSite))), `${origin}`).toBe(fetchSite === 'same-origin')
    }
  })
})

describe('CORS', () => {
  test('is answered to the allow-list, with credentials', () => {
    expect(origins.headers(request({ origin: 'https://shop.example' }))).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-credentials': 'true',
    })
    expect(origins.preflight(request({ origin: 'https://shop.example' }), ['PATCH'])).toMatchObject({
      'access-control-allow-methods': 'PATCH',
    })
  })

  test('is answered to nobody else', () => {
    for (const origin of [...foreign, 'https://people.example']) {
      expect(origins.headers(request(headersOf(origin, null))), `${origin}`).toEqual({})
      expect(origins.preflight(request(headersOf(origin, null)), ['GET']), `${origin}`).toEqual({})
    }
  })
})

test.each(['*', 'null', 'shop.example', 'https://shop.example/', 'https://*.example', ''])(
  'an allow-list with "%s" stops the start',
  (origin) => {
    expect(() => createOrigins(new URL('https://people.example'), [origin])).toThrow(TypeError)
  },
)
