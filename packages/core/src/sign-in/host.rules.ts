import type { User } from '../users/user.rules.ts'

/** Whoever comes from the host's own sign-in has registered there: the first time, that is what changes; null: nothing. */
export function hostRegistration(user: User, now: number) {
  if (user.registeredAt !== null) return null
  return { action: 'signIn.checkSignIn', fields: { registeredAt: now }, event: 'user.registered' } as const
}
