import { env } from 'node:process'
import { createHandler, type Handler } from '@rollcall/http'
import { memoryRateLimiter } from '@rollcall/node'
import { rollcall } from '../../../../rollcall.ts'

let handler: Handler | undefined

/** Next passes no socket. Where a proxy adds its entry, the last one is the client's; elsewhere anybody writes the header. */
const clientAddress = (request: Request) => {
  return env.BEHIND_PROXY ? (request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? null) : null
}

function answer(request: Request): Promise<Response> {
  handler ??= createHandler(rollcall(), { limiter: memoryRateLimiter(), clientAddress })
  return handler(request)
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
