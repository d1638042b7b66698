import type { Actor, Client, HostSession, Rollcall, UserActor, WithSession } from '@rollcall/core'
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
  /** `Set-Cookie` that keeps a session; `expiresAt` in epoch milliseconds. */
  readonly keep: (token: string, expiresAt: number) => string
  /**
   * A visitor where the request shows no live session. A dead cookie is left alone: a slow request must not wipe the one
   * that replaced its own meanwhile.
   */
  identify(request: Request, env: unknown, client: Client, headers: Record<string, string>): Promise<Caller>
  /** The answer's body, with the session it opened or closed told to the caller. */
  tell(result: WithSession<object>, request: Request, caller: Caller, headers: Record<string, string>): Promise<object>
}

/**
 * Who the host has signed in, by the request's own cookies or headers; null: nobody. `env` is what the server's adapter
 * passes: on Node, `incoming` is the request that Express and alike know.
 */
export type ResolveActor = (request: Request, env: unknown) => Promise<HostSession | null> | HostSession | null

export function createSessions(rollcall: Rollcall, resolveActor: ResolveActor | undefined): Sessions {
  const cookie = createSessionCookie(rollcall.baseUrl, rollcall.clock)
  const tagOf = createActorTags()

  /** The host says who somebody is; a cookie of ours only whom they act as, as long as they are the same. */
  async function fromHost(
    session: HostSession | null,
    token: string | null,
    client: Client,
  ): Promise<UserActor | null> {
    if (session === null) return null
    const acting = token === null ? null : await rollcall.sessions.authenticate(token, client)
    if (acting?.session.impersonation && acting.real.user.id === session.userId) {
      return { ...acting, session: { ...acting.session, kind: 'host' } }
    }
    return rollcall.sessions.resumeHostSession(session, client)
  }

  return {
    cookieName: cookie.name,
    keep: cookie.keep,

    async identify(request, env, client, headers) {
      const credential = credentialOf(request, cookie)
      const actor =
        resolveActor && credential?.by !== 'bearer'
          ? await fromHost(await resolveActor(request, env), credential?.token ?? null, client)
          : credential && (await rollcall.sessions.authenticate(credential.token, client))
      if (credential === null && !actor) return { actor: rollcall.anonymous(client), client, by: null }
      if (actor) headers['rollcall-actor'] = await tagOf(actor.effective.user.id, actor.real.user.id)
      return { actor: actor ?? rollcall.anonymous(client), client, by: credential?.by ?? 'cookie' }
    },

    async tell({ answer, session }, request, { actor, by }, headers) {
      if (session === null) return answer
      if (session === 'closed') {
        delete headers['rollcall-actor']
        if (by === 'cookie') headers['set-cookie'] = cookie.forget
        return answer
      }
      headers['rollcall-actor'] = await tagOf(session.effective, session.real)
      // A page's script must not turn the cookie that it cannot read into a token that it can.
      const wanted = actor.kind === 'anonymous' && request.headers.get('rollcall-session') === 'token'
      if (by === 'bearer' || wanted) {
        return { ...answer, sessionToken: session.token }
      }
      headers['set-cookie'] = cookie.keep(session.token, session.expiresAt)
      return answer
    },
  }
}
