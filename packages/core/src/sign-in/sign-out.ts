import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireUser } from '../kernel/actor.ts'
import type { signInContract } from './sign-in.contract.ts'

/** Ends the session the call came with; acting as somebody else, the one it was begun from, and so both. */
export const signOut: UseCase<typeof signInContract.signOut> = (effects) => async (actor) => {
  const { session, real } = requireUser(actor)
  const entry = await composeEntry(effects, actor, { action: 'signIn.signOut', target: real.user })
  await effects.storage.transaction(async (tx) => {
    const own = session.impersonation?.parentId ?? session.id
    if (await tx.sessions.end(own, real.user.id)) await tx.audit.append(entry)
  })
  const { provider } = real.user.authentication
  const goesOn = effects.identityProviders.some(({ id }) => id === provider)
  return { answer: { provider: goesOn ? provider : null }, session: 'closed' }
}
