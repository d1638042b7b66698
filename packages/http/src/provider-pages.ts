import type { RefusedError, Rollcall } from '@rollcall/core'
import { parse, serialize } from 'hono/utils/cookie'
import type { Caller } from './sessions.ts'

/** Somebody at one of the pages, as far as they are known. */
export interface Visit {
  readonly request: Request
  readonly url: URL
  readonly caller: Caller
}

/** `Set-Cookie` of a session that was opened. */
type KeepSession = (token: string, expiresAt: number) => string

/** Browsers keep cookies of up to 4,096 bytes, names and attributes included. */
const LONGEST = 3_800

/**
 * The pages between a host and its identity providers. Browsers come by and are sent on; whatever goes wrong sends them to
 * the sign-in page with `?problem=<code>`.
 */
export function createProviderPages(rollcall: Rollcall, basePath: string, keepSession: KeepSession) {
  const secure = rollcall.baseUrl.protocol === 'https:'
  const shared = { httpOnly: true, secure, sameSite: 'Lax' } as const
  const left = (expiresAt: number) => Math.max(0, Math.ceil((expiresAt - rollcall.clock.now()) / 1_000))

  /** What must be remembered while somebody is at a provider: one sign-in at a time, the last one begun. */
  const away = {
    name: secure ? '__Host-rollcall-away' : 'rollcall-away',
    keep: (value: string, maxAge: number) => serialize(away.name, value, { ...shared, path: '/', maxAge }),
  }
  /** What ends the session at the provider; travels to that one page alone. */
  const hint = {
    name: secure ? '__Secure-rollcall-hint' : 'rollcall-hint',
    keep(value: string, maxAge: number) {
      const kept = value.length > LONGEST ? '' : value
      return serialize(hint.name, kept, { ...shared, path: `${basePath}/sign-out`, maxAge: kept === '' ? 0 : maxAge })
    },
  }
  const cookieOf = ({ request }: Visit, name: string) => {
    return parse(request.headers.get('cookie') ?? '', name)[name] || null
  }
  const callbackUrl = (id: string) => new URL(`${basePath}/sign-in/providers/${id}/callback`, rollcall.baseUrl).href

  return {
    /** Leaves for a provider: `?returnTo=` a page of this site, `?identifier=` what was typed, `?fresh` to prove it anew. */
    async start({ url }: Visit, provider: string): Promise<Response> {
      const asked = url.searchParams
      const { sealed, expiresAt, ...to } = await rollcall.signIn.startProviderSignIn({
        provider,
        callbackUrl: callbackUrl(provider),
        returnTo: asked.get('returnTo'),
        identifier: asked.get('identifier'),
        fresh: asked.has('fresh'),
      })
      return sentTo(to.url, away.keep(sealed, left(expiresAt)))
    },

    /** Comes back from one. */
    async finish(visit: Visit, provider: string): Promise<Response> {
      const url = new URL(callbackUrl(provider))
      url.search = visit.url.search
      const sealed = cookieOf(visit, away.name)
      const signedIn = await rollcall.signIn.finishProviderSignIn(visit.caller.actor, { provider, url, sealed })
      const { token, expiresAt } = signedIn.session
      return sentTo(
        signedIn.returnTo,
        away.keep('', 0),
        keepSession(token, expiresAt),
        hint.keep(`${provider} ${signedIn.signOutHint ?? ''}`, left(expiresAt)),
      )
    },

    /** Ends the session there, once the one here has ended: nobody is signed out by a link. */
    async signOut(visit: Visit): Promise<Response> {
      if (visit.caller.actor.kind !== 'anonymous') return sentTo(rollcall.links.home)
      const [provider = '', known = ''] = cookieOf(visit, hint.name)?.split(' ') ?? []
      const there = provider && (await rollcall.signIn.signOutOfProvider({ provider, hint: known || null }))
      return sentTo(there || rollcall.links.signIn, hint.keep('', 0))
    },

    /** Back to where one signs in, told why. */
    refused(error: RefusedError): Response {
      const page = new URL(rollcall.links.signIn)
      page.searchParams.set('problem', error.code)
      return sentTo(page.href)
    },
  }
}

function sentTo(location: string, ...cookies: readonly string[]): Response {
  const headers = new Headers({ location })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 302, headers })
}
