import { createHandler, type Handler } from '@rollcall/http'
import { memoryRateLimiter } from '@rollcall/node'
import { rollcall } from '../../../../rollcall.ts'

let handler: Handler | undefined

/** Next passes no socket: the proxy before it, or Next itself where there is none, adds the last entry of the header. */
const clientAddress = (request: Request) => request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? null

function answer(request: Request): Promise<Response> {
  handler ??= createHandler(rollcall(), { limiter: memoryRateLimiter(), clientAddress })
  return handler(request)
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
