import { refuse } from '../kernel/refusals.ts'
import type { Storage, Stores } from '../ports/storage.ts'
import type { User } from '../users/user.rules.ts'
import type { CompiledAccess } from './power.rules.ts'

/**
 * Runs a change that may take an administrator away, and undoes it when none would be left. People who are no
 * administrators pass without waiting for one another.
 */
export async function keepingAdministrator<T>(
  { storage, access }: { readonly storage: Storage; readonly access: CompiledAccess },
  user: User,
  change: (tx: Stores) => Promise<T>,
): Promise<T> {
  const { administrators } = access.policy
  const counts = user.grants.some(({ role, scope }) => scope === null && administrators.includes(role))
  if (!counts) return storage.transaction(change)
  return storage.withAdministratorsLocked(async (tx) => {
    const result = await change(tx)
    if ((await tx.users.countHolders(administrators)) === 0) refuse('not-allowed', { reason: 'last-administrator' })
    return result
  })
}
