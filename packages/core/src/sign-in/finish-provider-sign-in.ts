import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects } from '../effects.ts'
import type { Actor } from '../kernel/actor.ts'
import type { OpenedSession } from '../kernel/endpoint.ts'
import { RefusedError, refuse } from '../kernel/refusals.ts'
import { failedSignIn } from '../lockout/failed-sign-in.steps.ts'
import { FAILED_SIGN_INS_KEPT } from '../lockout/lockout.rules.ts'
import type { Stores } from '../ports/storage.ts'
import { newSession } from '../sessions/session.steps.ts'
import type { User } from '../users/user.rules.ts'
import { openAway } from './away.steps.ts'
import { placementOf } from './identity.rules.ts'
import { type Admission, admitKnown, admitNewcomer, candidatesOf, newcomer } from './identity.steps.ts'
import { askProvider, requireProvider } from './identity-provider.steps.ts'

/** Somebody came back from a provider. */
export interface ProviderFinish {
  readonly provider: string
  /** The address they came back to, with everything the provider put into it. */
  readonly url: URL
  /** What their browser kept of `startProviderSignIn`; null: nothing. */
  readonly sealed: string | null
}

/** Signed in through a provider. */
export interface ProviderSignedIn {
  readonly userId: string
  readonly session: OpenedSession
  /** The page to go on with: an absolute address of this site. */
  readonly returnTo: string
  /** For `signOutOfProvider`. */
  readonly signOutHint: string | null
}

/** Characters of a subject (OpenID Connect Core 1.0, section 2). */
const LONGEST = 255

/** How often somebody is looked for anew when two sign-ins of theirs meet. */
const TRIES = 3

/** Refusals that say somebody was quicker: most likely they themselves, in another tab. */
const OVERTAKEN: readonly string[] = ['changed-meanwhile', 'email-in-use', 'username-in-use']

/**
 * Signs in whoever comes back from a provider: the person its identity belongs to, somebody who was sent there, or somebody
 * new where the policy says so. The session takes the place of the one this browser had. Refuses `sign-in-interrupted` for
 * an answer that does not hold up, `provider-unavailable`, and `not-admitted` for people who may not come in, whatever the
 * reason; the log says which.
 */
export const finishProviderSignIn = (effects: Effects) => {
  const { storage, policy, clock, logger, nudge } = effects

  async function admit(caller: Actor, admission: Admission) {
    const { provider, identity } = admission
    const placed = placementOf(provider, identity, await candidatesOf(effects, admission))
    if (placed === 'refuse') return refuse('not-admitted')
    if (placed === 'create') {
      const user = newcomer(effects, admission)
      const { open, session } = await opening(caller, user, identity.authenticatedAt)
      await admitNewcomer(effects, admission, user, open)
      return { userId: user.id, session }
    }
    if (!placed.enabled) {
      const failure = failedSignIn(effects, caller, placed, 'deactivated')
      await storage.transaction((tx) => tx.lockout.addFailedSignIn(failure, FAILED_SIGN_INS_KEPT.perUser))
      return refuse('not-admitted')
    }
    const { open, session } = await opening(caller, placed, identity.authenticatedAt)
    await admitKnown(effects, admission, placed, open)
    return { userId: placed.id, session }
  }

  /** Their session, and all that is written with it. It counts as confirmed from when they last proved themselves there. */
  async function opening(caller: Actor, user: User, authenticatedAt: number | null) {
    const { record, opened } = await newSession(effects, policy.session, user.id, caller.client, false)
    const session = { ...record, confirmedAt: Math.min(authenticatedAt ?? 0, record.createdAt) }
    const action = 'signIn.finishProviderSignIn'
    const visitor = { kind: 'anonymous', client: caller.client } as const
    const entry = await composeEntry(effects, visitor, { action, target: user, proved: user })
    const open = async (tx: Stores) => {
      if (caller.kind === 'user') {
        await tx.sessions.end(caller.session.impersonation?.parentId ?? caller.session.id, caller.real.user.id)
      }
      await tx.sessions.add(session)
      await tx.users.noteSignIn(user.id, clock.now())
      await tx.audit.append(entry)
    }
    return { open, session: opened }
  }

  return async (caller: Actor, { provider: id, url, sealed }: ProviderFinish): Promise<ProviderSignedIn> => {
    const { provider, identityProvider } = requireProvider(effects, id)
    const { memory, returnTo } = await openAway(effects, id, sealed)
    const { identity, signOutHint } = await askProvider(effects, id, () => identityProvider.finish(url, memory))
    if (identity.subject === '' || identity.subject.length > LONGEST) refuse('sign-in-interrupted')
    const actor = { kind: 'system', name: provider.name, client: caller.client } as const
    for (let tries = 1; ; tries += 1) {
      try {
        const { userId, session } = await admit(caller, { provider, identity, actor })
        nudge()
        return { userId, session, returnTo, signOutHint }
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error
        if (OVERTAKEN.includes(error.code) && tries < TRIES) continue
        const { fields } = error.details
        logger.log('warn', 'authn_login_fail', { userId: null, provider: id, cause: error.code, fields })
        return refuse('not-admitted')
      }
    }
  }
}
