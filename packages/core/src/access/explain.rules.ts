import { covers, type Decision, decide, type Subject, sees, sightOf, type Target } from './access.rules.ts'
import type { Action, ActionRule, Grant } from './access-policy.rules.ts'
import { type CompiledAccess, systemPowerOf } from './power.rules.ts'

/** A decision with everything it rests on, for whoever asks why. */
export interface Explanation {
  readonly allowed: boolean
  /** Null when allowed; `not-found` when the caller may not even know the person. */
  readonly reason: Decision | 'not-found'
  /** What the action asks for. */
  readonly rule: ActionRule
  /** Roles of the caller that give the right, wherever they are held. */
  readonly rightFrom: readonly string[]
  /** Highest system rank on either side; -1 without a system role. */
  readonly ranks: { readonly caller: number; readonly target: number }
  /** Rights that the target holds on the whole product and the caller does not. */
  readonly lacking: readonly string[]
  /** Grants of the target that the caller neither holds nor may give. */
  readonly uncovered: readonly Grant[]
}

/** Why that decision: the same answer as `sees` and `decide` give, and the facts behind it. */
export function explain(
  access: CompiledAccess,
  subject: Subject & { readonly grants: readonly Grant[] },
  action: Action,
  target: Target & { readonly id: string },
): Explanation {
  const rule = access.policy.actions[action]
  const other = systemPowerOf(access, target.grants)
  const seen = sees(sightOf(access, subject), target)
  const reason = seen ? decide(access, subject, action, target) : 'not-found'
  const gives = (role: string) => access.right(access.powerOfRole(role)?.rights ?? [], rule.right)
  return {
    allowed: reason === null,
    reason,
    rule,
    rightFrom: [...new Set(subject.grants.map(({ role }) => role))].filter(gives),
    ranks: { caller: subject.power.rank, target: other.rank },
    lacking: access.rightNames(other.rights).filter((right) => !access.right(subject.power.rights, right)),
    uncovered: target.grants.filter((grant) => !covers(access, subject.power, { grants: [grant] })),
  }
}
