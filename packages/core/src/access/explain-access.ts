import type { Effects } from '../effects.ts'
import { subjectOf, targetOf, type UserActor } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import type { Action } from './access-policy.rules.ts'
import { type Explanation, explain } from './explain.rules.ts'

/** Why somebody may or may not do that to a user, for the host's logs and support; not on the wire. */
export const explainAccess =
  ({ storage, access }: Effects) =>
  async (actor: UserActor, action: Action, userId: string): Promise<Explanation> => {
    const user = (await storage.users.find(userId)) ?? refuse('not-found')
    const subject = { ...subjectOf(actor), grants: actor.effective.user.grants }
    return explain(access, subject, action, targetOf(user))
  }
