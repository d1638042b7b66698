import { nameOf } from '../users/user.rules.ts'
import type { Actor } from './actor.ts'

/** The caller as a mail names them; null for visitors and the host itself. */
export function senderOf(actor: Actor): { readonly name: string; readonly email: string } | null {
  if (actor.kind !== 'user') return null
  const { user } = actor.real
  return { name: nameOf(user), email: user.email }
}
