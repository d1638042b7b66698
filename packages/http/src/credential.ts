import type { Clock } from '@rollcall/core'
import { isApiToken } from '@rollcall/core/rules'
import { parse, serialize } from 'hono/utils/cookie'

/** What a request presents as its session. A cookie is sent by the browser itself, a bearer token only by code. */
export interface Credential {
  readonly token: string
  readonly by: 'bearer' | 'cookie'
}

/** The session cookie of one site. */
export interface SessionCookie {
  readonly name: string
  /** `Set-Cookie` that keeps the session until it ends; in epoch milliseconds. */
  keep(token: string, expiresAt: number): string
  /** `Set-Cookie` that forgets it. */
  readonly forget: string
}

/**
 * `__Host-rollcall`; browsers refuse that name without TLS, so a plain-http loopback site gets another. Throws a
 * TypeError for any other plain-http site: its sessions could be read on the wire.
 */
export function createSessionCookie(baseUrl: URL, clock: Pick<Clock, 'now'>): SessionCookie {
  const secure = baseUrl.protocol === 'https:'
  if (!secure && !/^(?:localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/.test(baseUrl.hostname)) {
    throw new TypeError(`Rollcall: \`baseUrl\` must be https outside of this machine, not ${baseUrl.origin}.`)
  }
  const name = secure ? '__Host-rollcall' : 'rollcall'
  const write = (token: string, maxAge: number) =>
    serialize(name, token, { path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge })
  return {
    name,
    keep: (token, expiresAt) => write(token, Math.max(0, Math.ceil((expiresAt - clock.now()) / 1000))),
    forget: write('', 0),
  }
}

/**
 * Whether the request carries a bearer token. Another scheme, such as the Basic credentials a browser adds to every
 * request of a site behind a password, is nobody's session and proves no intent.
 */
export function hasBearer(request: Request): boolean {
  return /^Bearer /i.test(request.headers.get('authorization') ?? '')
}

/** The session a request presents; a bearer token wins over the cookie. */
export function credentialOf(request: Request, cookie: SessionCookie): Credential | null {
  if (hasBearer(request)) return { token: request.headers.get('authorization')?.slice(7).trim() ?? '', by: 'bearer' }
  const header = request.headers.get('cookie')
  const token = header === null ? undefined : parse(header, cookie.name)[cookie.name]
  // An API token is a program's to send; in a cookie it would act without anybody's knowing.
  return token && !isApiToken(token) ? { token, by: 'cookie' } : null
}
