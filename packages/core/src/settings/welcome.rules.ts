import type { LinkPolicy } from '../system/policy.rules.ts'

/** To whom the welcome mail goes by itself: everybody, administrators, or nobody. By hand it goes to anybody active. */
export const WELCOME_MODES = ['everybody', 'administrators', 'nobody'] as const
export type WelcomeMode = (typeof WELCOME_MODES)[number]

/**
 * Which address the welcome gives to sign in at: the page for everybody, or for people of a provider the provider's own.
 * The page for everybody goes on working either way.
 */
export const SIGN_IN_ADDRESSES = ['generic', 'separate'] as const
export type SignInAddress = (typeof SIGN_IN_ADDRESSES)[number]

/** The life of its link, and the mode until somebody changes the setting. */
export interface WelcomePolicy extends LinkPolicy {
  readonly mode: WelcomeMode
}

/** What the decision rests on, of a person before and after a change; before is null for a new one. */
export interface Welcomed {
  readonly enabled: boolean
  readonly authentication: { readonly kind: 'internal' | 'external'; readonly provider: string | null }
}

/** Whether this very change is one that a welcome follows: becoming active, or signing in another way from now on. */
export function isWelcomeDue(before: Welcomed | null, after: Welcomed): boolean {
  if (!after.enabled) return false
  if (!before?.enabled) return true
  const { kind, provider } = before.authentication
  return kind !== after.authentication.kind || provider !== after.authentication.provider
}

/** Whether it goes out by itself. */
export function isWelcomedBy(mode: WelcomeMode, isAdministrator: boolean): boolean {
  return mode === 'everybody' || (mode === 'administrators' && isAdministrator)
}
