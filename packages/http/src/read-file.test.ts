import type { RefusedError } from '@rollcall/core/contract'
import { expect, test } from 'vitest'
import { readFile } from './read-file.ts'

const csv = { 'content-type': 'text/csv' }

function post(body: BodyInit | null, headers: Record<string, string> = csv): Request {
  return new Request('https://people.example/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

/** The text that was read, or the code of the refusal. */
async function textOf(request: Request, limit = 100): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const piece of readFile(request, limit)) text += decoder.decode(piece, { stream: true })
    return text
  } catch (error) {
    return (error as RefusedError).code
  }
}

/** Sends pieces of 40 bytes for ever, and remembers how many were asked for. */
function endless() {
  let pieces = 0
  let cancelled = false
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      pieces += 1
      controller.enqueue(new Uint8Array(40).fill(0x61))
    },
    cancel() {
      cancelled = true
    },
  })
  return { stream, sent: () => pieces, cancelled: () => cancelled }
}

test('a file is read as it comes, and none is an empty one', async () => {
  expect(await textOf(post('é,b\r\n'))).toBe('é,b\r\n')
  expect(await textOf(post('a', { 'content-type': 'Text/CSV; charset=utf-8; header=present' }))).toBe('a')
  expect(await textOf(post(null))).toBe('')
})

test('nothing is asked for before it is read, and nothing after its reader has enough', async () => {
  const body = endless()
  const file = readFile(post(body.stream), 1_000_000)
  const asked = body.sent()
  for await (const piece of file) {
    expect(piece.length).toBe(40)
    break
  }
  expect(body.sent() - asked).toBeLessThan(3)
  expect(body.cancelled()).toBe(true)
})

test('the limit is counted while the file comes, and reading stops there', async () => {
  const body = endless()
  expect(await textOf(post(body.stream))).toBe('too-large')
  expect(body.cancelled()).toBe(true)
  expect(body.sent()).toBeLessThan(6)
  expect(await textOf(post('x'.repeat(100)))).toBe('x'.repeat(100))
})

test('an announced length over the limit is refused before anything is read, and a smaller lie is not believed', () => {
  const announced = (length: string) => post(endless().stream, { ...csv, 'content-length': length })
  expect(() => readFile(announced('101'), 100)).toThrow(expect.objectContaining({ code: 'too-large' }))
  return expect(textOf(announced('2'))).resolves.toBe('too-large')
})

test.each([
  ['text/plain'],
  ['application/json'],
  ['application/vnd.ms-excel'],
  ['multipart/form-data; boundary=x'],
  ['text/csv-schema'],
  ['text/plain; text/csv'],
])('%s is refused, so that no form of another site can upload', (type) => {
  expect(() => readFile(post('a', { 'content-type': type }), 100)).toThrow(
    expect.objectContaining({ code: 'unsupported-file' }),
  )
})
