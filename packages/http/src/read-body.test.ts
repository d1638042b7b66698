import type { RefusedError } from '@rollcall/core/contract'
import { expect, test } from 'vitest'
import { readBody } from './read-body.ts'

const json = { 'content-type': 'application/json' }

function post(body: BodyInit | null, headers: Record<string, string> = json): Request {
  return new Request('https://people.example/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

async function codeOf(request: Request, limit = 100): Promise<string> {
  return readBody(request, limit).then(
    () => 'accepted',
    (error: RefusedError) => error.code,
  )
}

/** Sends chunks for ever, and remembers how many were asked for. */
function endless() {
  let chunks = 0
  let cancelled = false
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      chunks += 1
      controller.enqueue(new Uint8Array(40).fill(0x20))
    },
    cancel() {
      cancelled = true
    },
  })
  return { stream, sent: () => chunks, cancelled: () => cancelled }
}

test('a body is read as JSON, and none is an empty object', async () => {
  expect(await readBody(post('{"a":"ä"}', { 'content-type': 'Application/JSON; charset=utf-8' }), 100)).toEqual({
    a: 'ä',
  })
  expect(await readBody(post(null), 100)).toEqual({})
})

test('the limit is counted while the body comes, and reading stops there', async () => {
  const body = endless()
  expect(await codeOf(post(body.stream))).toBe('too-large')
  expect(body.cancelled()).toBe(true)
  expect(body.sent()).toBeLessThan(6)
})

test('an announced length over the limit is refused before anything is read, a smaller lie is not believed', async () => {
  expect(await codeOf(post('{}', { ...json, 'content-length': '101' }))).toBe('too-large')
  expect(await codeOf(post(endless().stream, { ...json, 'content-length': '2' }))).toBe('too-large')
})

test('exactly the limit is accepted, counted in bytes', async () => {
  expect(await codeOf(post(`{"a":"${'ä'.repeat(46)}"}`))).toBe('accepted')
  expect(await codeOf(post(`{"a":"${'ä'.repeat(46)}" }`))).toBe('too-large')
})

test.each([
  ['text/plain'],
  ['application/x-www-form-urlencoded'],
  ['multipart/form-data; boundary=x'],
  ['application/json-patch+json'],
  ['text/plain; application/json'],
])('%s is refused, so that no form of another site can write', async (type) => {
  expect(await codeOf(post('{}', { 'content-type': type }))).toBe('invalid-input')
})

test.each(['{', '{"a":1}}', 'null', '[]', '"text"', '7', 'undefined', '{"a":NaN}', '\u0000', '['.repeat(90)])(
  '%j is no JSON object',
  async (body) => {
    expect(await codeOf(post(body))).toBe('invalid-input')
  },
)

test('bytes that are no UTF-8 are refused, cut at any place', async () => {
  expect(await codeOf(post(new Uint8Array([...new TextEncoder().encode('{"a":"'), 0xff, 0x22, 0x7d])))).toBe(
    'invalid-input',
  )
  expect(await codeOf(post(new Uint8Array([0x7b, 0x7d, 0xc3])))).toBe('invalid-input')
})

test('`__proto__` and doubled keys are plain keys, the last one counts', async () => {
  const body = await readBody(post('{"__proto__":{"admin":true},"a":1,"a":2}'), 100)
  expect(Object.keys(body)).toEqual(['__proto__', 'a'])
  expect(body).toHaveProperty('a', 2)
  expect(body.admin).toBeUndefined()
  expect(Object.prototype).not.toHaveProperty('admin')
})
