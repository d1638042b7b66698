import type { Subject, Target } from '../access/access.rules.ts'
import type { Power } from '../access/power.rules.ts'
import type { User } from '../users/user.rules.ts'
import { refuse } from './refusals.ts'

/** Where a call comes from, as the host trusts it. */
export interface Client {
  readonly address: string | null
  /** User-Agent. */
  readonly agent: string | null
  /** Method and path, as in `GET /surveys/7`; written down while somebody acts as somebody else. */
  readonly request?: string
}

/** A person with everything their grants amount to. */
export interface Principal {
  readonly user: User
  readonly power: Power
}

/** A visitor nobody has identified. */
export interface AnonymousActor {
  readonly kind: 'anonymous'
  readonly client: Client
}

/** Somebody signed in. `effective` is who they act as; it differs from `real` only while impersonating. */
export interface UserActor {
  readonly kind: 'user'
  readonly real: Principal
  readonly effective: Principal
  readonly session: {
    readonly id: string
    /** Whether a person signed in, here or with the host, or a program shows an API token. */
    readonly kind: 'session' | 'host' | 'api-token'
    /** Must change the password before anything else. */
    readonly restricted: boolean
    /** When the password was given last; epoch milliseconds, null for API tokens. */
    readonly confirmedAt: number | null
    /** Set while `real` acts as `effective`. */
    readonly impersonation: { readonly parentId: string; readonly reason: string; readonly endsAt: number } | null
  }
  readonly client: Client
}

/** The host itself: a command, a job. Passes every check of rights, leaves its name in the audit. */
export interface SystemActor {
  readonly kind: 'system'
  readonly name: string
  readonly client: Client
}

export type Actor = AnonymousActor | UserActor | SystemActor

/** Somebody who may hold rights. */
export type KnownActor = UserActor | SystemActor

/** Narrows to a person. */
export function requireUser(actor: Actor): UserActor {
  return actor.kind === 'user' ? actor : refuse('not-signed-in')
}

/** Narrows to a person or the host. */
export function requireKnown(actor: Actor): KnownActor {
  return actor.kind === 'anonymous' ? refuse('not-signed-in') : actor
}

/** The caller as decisions see them. */
export function subjectOf({ effective, session }: UserActor): Subject {
  return principalSubject(effective, session.impersonation !== null)
}

/** A person as decisions see them, acting for themselves unless said. */
export function principalSubject({ user, power }: Principal, impersonating = false): Subject {
  return { id: user.id, organization: user.organization, power, impersonating }
}

/** The person acted on as decisions see them. */
export function targetOf(user: User): Target & { readonly id: string } {
  return {
    id: user.id,
    organization: user.organization,
    grants: user.grants,
    singleSignOn: user.authentication.kind === 'external',
    protected: user.protected,
  }
}
