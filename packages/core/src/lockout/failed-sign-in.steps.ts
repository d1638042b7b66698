import type { Actor } from '../kernel/actor.ts'
import { uuidv7 } from '../kernel/id.ts'
import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'
import { AGENT_LENGTH } from '../sessions/session.steps.ts'
import type { User } from '../users/user.rules.ts'
import type { FailedSignInCause } from './lockout.rules.ts'
import type { FailedSignIn } from './lockout.store.ts'

/** A failed sign-in as administrators read it. */
export function failedSignIn(
  { random, clock }: { readonly random: Random; readonly clock: Clock },
  { client }: Actor,
  user: User,
  cause: FailedSignInCause,
): FailedSignIn {
  const at = clock.now()
  const agent = client.agent?.slice(0, AGENT_LENGTH) ?? null
  return { id: uuidv7(at, random.bytes(10)), userId: user.id, at, cause, address: client.address, agent }
}
