import { powerOf } from '../access/power.rules.ts'
import type { Effects } from '../effects.ts'
import type { Client, UserActor } from '../kernel/actor.ts'
import { admit } from '../sign-in/admission.steps.ts'
import { hostRegistration } from '../sign-in/host.rules.ts'
import { SEEN_TOUCH } from './session.rules.ts'

/** Who is signed in, as the host's own sign-in says. */
export interface HostSession {
  /** Of the person here; a host may give its own ids to `users.createUser`. */
  readonly userId: string
  /** When they last proved who they are; epoch milliseconds. Left out: not lately, so sensitive acts are refused. */
  readonly confirmedAt?: number
}

/** Somebody the host has signed in, as an actor; null when nobody has that id or they are deactivated. */
export const resumeHostSession = (effects: Effects) => {
  const { storage, access, clock, nudge } = effects
  return async ({ userId, confirmedAt = 0 }: HostSession, client: Client): Promise<UserActor | null> => {
    const now = clock.now()
    const found = await storage.users.find(userId)
    if (!found?.enabled) return null
    const registration = hostRegistration(found, now)
    if (registration) {
      await admit(effects, { kind: 'system', name: 'sign-in', client }, found, registration, async (tx) => {
        await tx.users.noteSignIn(userId, now)
      })
      nudge()
    } else if (Math.floor(now / SEEN_TOUCH) !== Math.floor((found.state.lastSeenAt ?? 0) / SEEN_TOUCH)) {
      await storage.users.noteSeen(userId, now)
    }
    const user = registration ? ((await storage.users.find(userId)) ?? found) : found
    const principal = { user, power: powerOf(access, user.grants) }
    const session = { id: 'host', kind: 'host', restricted: false, confirmedAt, impersonation: null } as const
    return { kind: 'user', real: principal, effective: principal, session, client }
  }
}
