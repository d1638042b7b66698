import { principalSubject, targetOf } from '../kernel/actor.ts'
import type { Stores } from '../ports/storage.ts'
import type { User } from '../users/user.rules.ts'
import { decide } from './access.rules.ts'
import type { Action } from './access-policy.rules.ts'
import { type CompiledAccess, powerOf } from './power.rules.ts'

/**
 * Whether whoever made a secret for this person, and so knows it, could still make it now. People are given roles, join
 * groups and move between organizations; asking when the secret is used covers every way, and ends what was made by
 * somebody who is switched off or gone. Null made it for themselves, or is the host.
 */
export async function makerStillMay(
  { users }: Pick<Stores, 'users'>,
  access: CompiledAccess,
  makerId: string | null,
  action: Extract<Action, 'createToken' | 'issueTemporaryPassword' | 'setPassword'>,
  user: User,
): Promise<boolean> {
  if (makerId === null || makerId === user.id) return true
  const maker = await users.find(makerId)
  if (!maker?.enabled) return false
  const subject = principalSubject({ user: maker, power: powerOf(access, maker.grants) })
  return decide(access, subject, action, targetOf(user)) === null
}
