import type { Actor, Client, Rollcall, WithSession } from '@rollcall/core'
import { createActorTags } from './actor-tag.ts'
import { createSessionCookie, credentialOf } from './credential.ts'

/** Who calls, and how they showed it. */
export interface Caller {
  readonly actor: Actor
  readonly client: Client
  /** A bearer token comes from code, a cookie from the browser itself. */
  readonly by: 'bearer' | 'cookie' | null
}

/** Turns requests into callers, and opened or closed sessions into cookies or tokens. */
export interface Sessions {
  readonly cookieName: string
  /**
   * A visitor where the request shows no live session. A dead cookie is left alone: a slow request must not wipe the one
   * that replaced its own meanwhile.
   */
  identify(request: Request, client: Client, headers: Record<string, string>): Promise<Caller>
  /** The answer's body, with the session it opened or closed told to the caller. */
  tell(result: WithSession<object>, request: Request, caller: Caller, headers: Record<string, string>): Promise<object>
}

export function createSessions(rollcall: Rollcall): Sessions {
  const cookie = createSessionCookie(rollcall.baseUrl, rollcall.clock)
  const tagOf = createActorTags()
  return {
    cookieName: cookie.name,

    async identify(request, client, headers) {
      const credential = credentialOf(request, cookie)
      if (credential === null) return { actor: rollcall.anonymous(client), client, by: null }
      const actor = await rollcall.sessions.authenticate(credential.token, client)
      if (actor) headers['rollcall-actor'] = await tagOf(actor.effective.user.id, actor.real.user.id)
      return { actor: actor ?? rollcall.anonymous(client), client, by: credential.by }
    },

    async tell({ answer, session }, request, { by }, headers) {
      if (session === null) return answer
      if (session === 'closed') {
        delete headers['rollcall-actor']
        if (by === 'cookie') headers['set-cookie'] = cookie.forget
        return answer
      }
      headers['rollcall-actor'] = await tagOf(session.effective, session.real)
      if (by === 'bearer' || request.headers.get('rollcall-session') === 'token') {
        return { ...answer, sessionToken: session.token }
      }
      headers['set-cookie'] = cookie.keep(session.token, session.expiresAt)
      return answer
    },
  }
}
