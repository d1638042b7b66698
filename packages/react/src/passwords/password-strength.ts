import { contextOf, type PasswordObjection, type PasswordOwner } from '@rollcall/core/rules'
import { useEffect, useState } from 'react'

/** How hard a password is to guess, from 0 to 4, and what speaks against it. */
export interface Strength {
  readonly score: number
  readonly objection: PasswordObjection | null
}

/**
 * The strength of what is typed. Null before anything is, where the policy asks for none, and where the judge cannot be
 * fetched: the server judges in any case.
 */
export function usePasswordStrength(typed: string, owner: PasswordOwner, minimum: number): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null)
  const judged = typed !== '' && minimum > 0
  const context = contextOf(owner).join(' ')

  useEffect(() => {
    if (!judged) return
    let current = true
    import('./judge-password.ts').then(
      ({ judgePassword }) => current && setStrength(judgePassword(typed, context, minimum)),
      () => current && setStrength(null),
    )
    return () => {
      current = false
    }
  }, [judged, typed, context, minimum])

  return judged ? strength : null
}
