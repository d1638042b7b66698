import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Handler } from './create-handler.ts'

export interface NodeOptions {
  /**
   * How many reverse proxies stand before this server, each adding to `X-Forwarded-For`; 0 by default, which ignores
   * that header. The client is that many entries from the end: what stands before it, anybody may have written.
   */
  readonly trustedProxies?: number
}

/** A listener for `http.createServer`, Express and alike; `env` holds the client's address and the request as Node has it. */
export function toNodeHandler(
  handler: Handler,
  { trustedProxies = 0 }: NodeOptions = {},
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  return getRequestListener(
    (request, { incoming }) =>
      handler(request, {
        incoming,
        clientAddress: clientOf(incoming.socket.remoteAddress, incoming.headers, trustedProxies),
      }),
    { overrideGlobalObjects: false },
  )
}

/** What `createCallerOf` asks of a request, for servers that have another kind; its body is not in it. */
export function requestOf(incoming: IncomingMessage & { readonly originalUrl?: string }): Request {
  const { method = 'GET', url = '/', originalUrl = url, headers } = incoming
  const all = Object.entries(headers).flatMap(([name, value]) => {
    return value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]]
  })
  return new Request(new URL(originalUrl, `http://${headers.host ?? 'localhost'}`), { method, headers: all })
}

/** A server of its own; resolves when it listens, rejects when it cannot. Port 0 takes any free one. */
export function serve(
  handler: Handler,
  { port, hostname, ...options }: NodeOptions & { readonly port: number; readonly hostname?: string },
): Promise<Server> {
  const server = createServer(toNodeHandler(handler, options))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, hostname, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

function clientOf(peer: string | undefined, headers: IncomingMessage['headers'], trustedProxies: number) {
  if (trustedProxies === 0) return peer ?? null
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().flatMap((value) => value.split(','))
  const claimed = forwarded.at(-trustedProxies)?.trim() ?? ''
  return isIP(claimed) ? claimed : (peer ?? null)
}
