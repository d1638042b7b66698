import type { Stores } from '../ports/storage.ts'
import type { User } from '../users/user.rules.ts'
import { covers } from './access.rules.ts'
import { type CompiledAccess, powerOf } from './power.rules.ts'

/**
 * Revokes, in the open transaction, what somebody else made for this person and would give that maker more than they
 * may have now that the person holds other roles: API tokens, and a temporary password that may have been seen.
 */
export async function revokeOutgrown(tx: Stores, access: CompiledAccess, user: User): Promise<void> {
  const coveredBy = async (makerId: string) => {
    const maker = await tx.users.find(makerId)
    return maker?.enabled === true && covers(access, powerOf(access, maker.grants), user)
  }
  for (const token of await tx.apiTokens.list(user.id)) {
    if (token.createdBy !== user.id && !(await coveredBy(token.createdBy))) await tx.apiTokens.revoke(token.id, user.id)
  }
  const temporary = await tx.tokens.findByUser('temporary-password', user.id)
  if (temporary?.senderId && !(await coveredBy(temporary.senderId))) {
    await tx.tokens.revoke('temporary-password', user.id)
    await tx.sessions.endAll(user.id, null)
  }
}
