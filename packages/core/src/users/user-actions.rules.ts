import { type Decision, decide, type Subject, type Target } from '../access/access.rules.ts'
import type { Action } from '../access/access-policy.rules.ts'
import type { CompiledAccess } from '../access/power.rules.ts'
import type { Status } from './user.rules.ts'

const ALWAYS: readonly Action[] = ['viewFailedSignIns', 'viewAudit', 'edit', 'assign', 'delete']
const REGISTERED: readonly Action[] = [
  'issueTemporaryPassword',
  'setPassword',
  'sendResetLink',
  'viewSessions',
  'revokeSessions',
  'viewTokens',
  'createToken',
  'revokeToken',
]
/** What needs passwords to be kept here. */
const PASSWORDS: readonly Action[] = ['issueTemporaryPassword', 'setPassword', 'sendResetLink']
const ENABLED: readonly Action[] = ['sendWelcome']
const ACTIVE: readonly Action[] = ['impersonate']
const INVITED: readonly Action[] = ['resend', 'messageOnResend', 'revoke']
const LOCKED: readonly Action[] = ['unlock', 'messageOnUnlock']
const DORMANT: readonly Action[] = ['reactivate', 'messageOnReactivate']

/** What a policy may leave out altogether. */
export interface Features {
  /** With a `host`, passwords are its own. */
  readonly signIn: { readonly host?: object }
  readonly onboarding: readonly string[]
  readonly welcome: object | null
  readonly temporaryPassword: { readonly channels: readonly string[] }
  readonly password: { readonly setByAdministrators: boolean }
  readonly apiTokens: { readonly perUser: number }
  readonly impersonation: object | null
}

/** Actions there are at all, under this policy. */
function isOffered(features: Features, action: Action): boolean {
  if (features.signIn.host && PASSWORDS.includes(action)) return false
  if (action === 'issueTemporaryPassword') return features.temporaryPassword.channels.length > 0
  if (action === 'setPassword') return features.password.setByAdministrators
  if (action === 'createToken') return features.apiTokens.perUser > 0
  if (INVITED.includes(action)) return features.onboarding.includes('invitation')
  if (action === 'sendWelcome') return features.welcome !== null
  return action !== 'impersonate' || features.impersonation !== null
}

/** The caller's word on each action that makes sense for this person now: true, or the reason against it. */
export function actionsFor(
  access: CompiledAccess,
  features: Features,
  subject: Subject,
  target: Target,
  facts: { readonly status: Status; readonly registered: boolean; readonly enabled: boolean },
): Partial<Record<Action, true | NonNullable<Decision>>> {
  const sensible: Action[] = [...ALWAYS, facts.enabled ? 'disable' : 'enable']
  sensible.push(...(facts.registered ? REGISTERED : INVITED))
  if (facts.enabled) sensible.push(...ENABLED)
  if (facts.registered && facts.enabled) sensible.push(...ACTIVE)
  if (facts.status === 'locked') sensible.push(...LOCKED)
  if (facts.status === 'dormant') sensible.push(...DORMANT)
  const actions: Partial<Record<Action, true | NonNullable<Decision>>> = {}
  for (const action of sensible) {
    if (isOffered(features, action)) actions[action] = decide(access, subject, action, target) ?? true
  }
  return actions
}
