import type { Action, Place } from './access/access-policy.rules.ts'
import type { Explanation } from './access/explain.rules.ts'
import type { HostAction } from './audit/record.ts'
import type { AuditReport } from './audit/verify-entries.ts'
import type { contract } from './contract.ts'
import type { Actor, AnonymousActor, Client, KnownActor, SystemActor, UserActor } from './kernel/actor.ts'
import type { UseCases } from './kernel/endpoint.ts'
import type { Clock } from './ports/clock.ts'
import type { NewResource } from './resources/put-resource.ts'
import type { HostSession } from './sessions/resume-host-session.ts'
import type { HostAttempt } from './sign-in/barred.steps.ts'
import type { ProviderFinish, ProviderSignedIn } from './sign-in/finish-provider-sign-in.ts'
import type { ProviderStart } from './sign-in/start-provider-sign-in.ts'
import type { Links } from './system/links.rules.ts'
import type { NewOwner } from './users/create-owner.ts'
import type { User } from './users/user.rules.ts'
import type { Worker } from './worker.ts'

type Wire = UseCases<typeof contract, Actor>

/** Rollcall inside a host: the operations of the contract, and what is not on the wire. */
export type Rollcall = Omit<Wire, 'users' | 'signIn' | 'sessions' | 'access' | 'resources' | 'audit'> & {
  readonly users: Wire['users'] & {
    /** Invites the first administrator; for commands, not on the wire. */
    createOwner(actor: SystemActor, input: NewOwner): Promise<{ userId: string; link: string }>
  }
  readonly signIn: Wire['signIn'] & {
    /**
     * Lets a host that keeps the passwords check one under Rollcall's lock: `verify` runs unless the account is locked, and
     * never more often at once than wrong ones are left. Refuses `wrong-credentials` for whoever may not sign in.
     */
    checkSignIn(attempt: HostAttempt, verify: (user: User | null) => Promise<boolean>): Promise<{ userId: string }>
    /** Counts a wrong password the host has seen. Answers whether the account is locked now. */
    recordFailure(attempt: HostAttempt): Promise<{ locked: boolean }>
    /** Notes a right one; refuses `wrong-credentials` where the account is locked, deactivated or dormant. */
    recordSuccess(attempt: HostAttempt): Promise<{ userId: string }>
    /** Sends a visitor to a provider; the handler of `@rollcall/http` keeps `sealed` in their browser meanwhile. */
    startProviderSignIn(start: ProviderStart): Promise<{ url: string; sealed: string; expiresAt: number }>
    /** Signs in whoever comes back; see there for what it refuses. */
    finishProviderSignIn(actor: Actor, finish: ProviderFinish): Promise<ProviderSignedIn>
    /** Where somebody's session at a provider ends; null where it has no such page. */
    signOutOfProvider(from: { readonly provider: string; readonly hint: string | null }): Promise<string | null>
  }
  readonly sessions: Wire['sessions'] & {
    /** Somebody the host itself has signed in; null when nobody has that id or they are deactivated. */
    resumeHostSession(session: HostSession, client: Client): Promise<UserActor | null>
    /** Who is behind a session token; null when nobody is (any more). */
    authenticate(token: string, client: Client): Promise<UserActor | null>
  }
  readonly access: Wire['access'] & {
    /** Whether somebody holds a right, Rollcall's or the host's own, on the whole product or on that resource. */
    can(actor: Actor, right: string, resource?: Place): boolean
    /** Why somebody may or may not do that to a user, with everything it rests on; refuses `not-found` for nobody. */
    explain(actor: UserActor, action: Action, userId: string): Promise<Explanation>
  }
  readonly resources: Wire['resources'] & {
    /** Registers one of the host's resources, or changes it; roles are held on it, or on what it contains, from then on. */
    put(resource: NewResource): Promise<void>
    /** Forgets one, with every role held on it. False when there was none. */
    remove(id: string): Promise<boolean>
  }
  readonly audit: Wire['audit'] & {
    /** Writes down what the host did, with both identities while somebody acts as somebody else. */
    record(actor: KnownActor, action: HostAction): Promise<void>
    /** Chains committed entries; answers how many. The worker does it regularly. */
    sealEntries(): Promise<number>
    /** Reads the whole chain and reports every edit and removal it can tell. */
    verifyEntries(known?: string): Promise<AuditReport>
  }
  readonly worker: Worker
  /** A visitor, as an actor. */
  anonymous(client: Client): AnonymousActor
  /** The host itself, as an actor; `name` goes into the audit. */
  host(name: string): SystemActor
  /** The host's own pages, as absolute addresses. */
  readonly links: Links
  /** The address all links are built from; decides scheme, cookie name and origin. */
  readonly baseUrl: URL
  /** The one clock; also decides how long the session's cookie lives. */
  readonly clock: Clock
}
