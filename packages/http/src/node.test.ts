import { type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Handler } from './create-handler.ts'
import { type NodeOptions, serve } from './node.ts'
import { readBody } from './read-body.ts'
import { readFile } from './read-file.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** What the handler is told of a request with those headers. */
async function told(options: NodeOptions, headers: Record<string, string>): Promise<unknown> {
  const answer: Handler = async (_, env) => {
    const { incoming, ...rest } = env as { incoming: IncomingMessage }
    expect(incoming.headers).toMatchObject(headers)
    return Response.json(rest)
  }
  const server = await serve(answer, { port: 0, hostname: '127.0.0.1', ...options })
  open.push(server)
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ port, hostname: '127.0.0.1', headers }, async (answer) => {
      resolve(JSON.parse((await answer.toArray()).join('')))
    })
      .on('error', reject)
      .end()
  })
}

test('the address is the socket’s, whatever a header says', async () => {
  const forged = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9' }
  expect(await told({}, forged)).toEqual({ clientAddress: '127.0.0.1' })
})

test('behind one trusted proxy it is the last address in the chain, not the ones the client wrote', async () => {
  const chain = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' }
  expect(await told({ trustedProxies: 1 }, chain)).toEqual({ clientAddress: '203.0.113.9' })
  expect(await told({ trustedProxies: 2 }, chain)).toEqual({ clientAddress: '198.51.100.1' })
})

test.each([{}, { 'x-forwarded-for': '' }, { 'x-forwarded-for': 'unknown' }, { 'x-forwarded-for': '<script>' }])(
  'a chain of %j falls back to the socket',
  async (headers) => {
    expect(await told({ trustedProxies: 1 }, headers)).toEqual({ clientAddress: '127.0.0.1' })
  },
)

test('a body over the limit is refused while it is still coming, and the server goes on', async () => {
  const handler = (request: Request) =>
    readBody(request, 1_000).then(
      (body) => Response.json(body),
      ({ code }) => Response.json({ code }, { status: 413 }),
    )
  const server = await serve(handler, { port: 0, hostname: '127.0.0.1' })
  open.push(server)
  const { port } = server.address() as AddressInfo
  const post = (body: BodyInit) =>
    fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit).then((answer) => answer.json())
  const chunk = new TextEncoder().encode(' '.repeat(600))
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) })
  expect(await post(endless)).toEqual({ code: 'too-large' })
  expect(await post('{"a":1}')).toEqual({ a: 1 })
})

test('a file that its reader has enough of is answered while it is still coming, and the server goes on', async () => {
  const handler = async (request: Request) => {
    for await (const piece of readFile(request, 100_000_000)) return Response.json({ first: piece[0] }, { status: 415 })
    return Response.json({})
  }
  const server = await serve(handler, { port: 0, hostname: '127.0.0.1' })
  open.push(server)
  const { port } = server.address() as AddressInfo
  const headers = { 'content-type': 'text/csv' }
  for (let time = 0; time < 3; time += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: new Uint8Array(20_000_000),
      headers,
    })
    expect({ status: answer.status, body: await answer.json() }).toEqual({ status: 415, body: { first: 0 } })
  }
})

test('a port in use is an error to the caller, and no global is replaced', async () => {
  const { Request: before } = globalThis
  const first = await serve(async () => new Response(), { port: 0, hostname: '127.0.0.1' })
  open.push(first)
  const { port } = first.address() as AddressInfo
  await expect(serve(async () => new Response(), { port, hostname: '127.0.0.1' })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  expect(globalThis.Request).toBe(before)
})
