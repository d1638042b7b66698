import { type Decision, decide, type Subject, type Target } from '../access/access.rules.ts'
import type { Action } from '../access/access-policy.rules.ts'
import type { CompiledAccess } from '../access/power.rules.ts'
import type { Status } from './user.rules.ts'

const ALWAYS: readonly Action[] = ['viewFailedSignIns', 'viewAudit', 'edit', 'assign', 'delete']
const REGISTERED: readonly Action[] = [
  'issueTemporaryPassword',
  'sendResetLink',
  'viewSessions',
  'revokeSessions',
  'viewTokens',
  'createToken',
  'revokeToken',
]
const INVITED: readonly Action[] = ['resend', 'messageOnResend', 'revoke']
const LOCKED: readonly Action[] = ['unlock', 'messageOnUnlock']

/** The caller's word on each action that makes sense for this person now: true, or the reason against it. */
export function actionsFor(
  access: CompiledAccess,
  subject: Subject,
  target: Target,
  facts: { readonly status: Status; readonly registered: boolean; readonly enabled: boolean },
): Partial<Record<Action, true | NonNullable<Decision>>> {
  const sensible: Action[] = [...ALWAYS, facts.enabled ? 'disable' : 'enable']
  sensible.push(...(facts.registered ? REGISTERED : INVITED))
  if (facts.status === 'locked') sensible.push(...LOCKED)
  return Object.fromEntries(sensible.map((action) => [action, decide(access, subject, action, target) ?? true]))
}
