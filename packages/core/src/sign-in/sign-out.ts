import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import type { signInContract } from './sign-in.contract.ts'

/** Ends the session the call came with. */
export const signOut: UseCase<typeof signInContract.signOut> = (effects) => async (actor) => {
  const { session, real } = requireUser(actor)
  const entry = await composeEntry(effects, actor, { action: 'signIn.signOut', target: real.user })
  await effects.storage.transaction(async (tx) => {
    if (await tx.sessions.end(session.id, real.user.id)) await tx.audit.append(entry)
  })
  return { answer: {}, session: 'closed' }
}
