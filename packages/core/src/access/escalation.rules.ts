import { decide } from './access.rules.ts'
import type { AccessPolicy, Action, Grant } from './access-policy.rules.ts'
import { type CompiledAccess, compileAccess, contains, includes, type Power, powerOf } from './power.rules.ts'

/** One call of a chain: what is done, and as whom its caller goes on. */
export interface EscalationStep {
  readonly by: 'grant' | Takeover
  readonly role: string
}

/** Allowed calls through which holders of a role come by what they may neither hold nor be given. */
export interface Escalation {
  readonly from: string
  readonly steps: readonly EscalationStep[]
}

/** An act that lets its caller go on as the target: by a secret they see or choose, an address of theirs, or openly. */
export type Takeover = Extract<
  Action,
  'edit' | 'issueTemporaryPassword' | 'setPassword' | 'createToken' | 'impersonate'
>

const SOMEWHERE = 'somewhere'
const CALLER = { id: 'caller', organization: null, impersonating: false }

/**
 * The shortest chain for each role whose holders could raise themselves; none in a sound policy. Holders of a role may
 * have what it gives and what it may grant; whoever gets further takes one first step beyond that, so roles are looked at
 * one by one: what several give together, `outranks` and the ceilings compare together.
 */
export function escalations(policy: AccessPolicy, takeovers: readonly Takeover[]): Escalation[] {
  const access = compileAccess(policy)
  const roles = [...policy.systemRoles, ...policy.scopedRoles].map(({ id }) => id)
  return roles.flatMap((from) => chainFrom(access, roles, takeovers, from) ?? [])
}

/** The chain as a sentence. */
export function escalationText({ from, steps }: Escalation): string {
  const told = steps.map(({ by, role }) => (by === 'grant' ? `gives ${role}` : `acts as ${role} by ${by}`))
  return `Holders of ${from} could raise themselves: ${from} ${told.join(', who ')}.`
}

/** Breadth first over what a holder could do next, until somebody is more than `from` may come by. */
function chainFrom(
  access: CompiledAccess,
  roles: readonly string[],
  takeovers: readonly Takeover[],
  from: string,
): Escalation | null {
  const allowed = [from, ...mayGrantOf(access, from)]
  const known = [...allowed, ...allowed.flatMap((role) => reachOf(access, role))]
  const ceiling = powerOf(
    access,
    known.map((role) => heldBy(access, role)),
  )
  const queue: { readonly role: string; readonly steps: readonly EscalationStep[] }[] = [{ role: from, steps: [] }]
  const seen = new Set([from])
  for (const { role, steps } of queue) {
    for (const step of stepsFrom(access, roles, takeovers, role)) {
      if (seen.has(step.role)) continue
      seen.add(step.role)
      const chain = [...steps, step]
      const given = step.by === 'grant' && !allowed.includes(step.role)
      if (given || !isWithin(access, ceiling, step.role)) return { from, steps: chain }
      queue.push({ role: step.role, steps: chain })
    }
  }
  return null
}

/** Every role the holder of one could give themselves, or somebody of theirs, or go on as the holder of. */
function stepsFrom(
  access: CompiledAccess,
  roles: readonly string[],
  takeovers: readonly Takeover[],
  role: string,
): EscalationStep[] {
  const power = powerOf(access, [heldBy(access, role)])
  // Whatever right giving takes may come from another role beside it.
  const grants = mayGrantOf(access, role).map((other) => ({ by: 'grant' as const, role: other }))
  const taken = takeovers.flatMap((by) => {
    return roles.filter((other) => isTaken(access, power, by, other)).map((other) => ({ by, role: other }))
  })
  return [...grants, ...taken]
}

/** Whether somebody with that role can be acted as; where the right is held on a resource, beside another role there. */
function isTaken(access: CompiledAccess, power: Power, by: Takeover, role: string): boolean {
  const { right, relation } = access.policy.actions[by]
  // By rank the roles on single resources come along by design; they can give nothing on the whole product.
  if (relation === 'outranks' && access.isScoped(role)) return false
  const everywhere = access.right(power.rights, right)
  const somewhere = [...power.scopes.values(), ...power.reach.values()].some(({ rights }) =>
    access.right(rights, right),
  )
  if (!everywhere && !somewhere) return false
  const beside = everywhere ? [] : access.policy.scopedRoles.map(({ id }) => [heldBy(access, id)])
  return [[], ...beside].some((also) => {
    const grants = [heldBy(access, role), ...also]
    const target = { id: 'target', organization: null, grants, singleSignOn: false, protected: false }
    return decide(access, { ...CALLER, power }, by, target) === null
  })
}

function isWithin(access: CompiledAccess, ceiling: Power, role: string): boolean {
  const power = powerOf(access, [heldBy(access, role)])
  const there = ceiling.scopes.get(SOMEWHERE)
  const scoped = [...power.scopes.values()].every(({ rights, grantable }) => {
    return there !== undefined && includes(there.rights, rights) && includes(there.grantable, grantable)
  })
  return contains(ceiling, power) && scoped
}

/** What the role may grant, on the whole product or where it is held, by itself or by its reach. */
function mayGrantOf(access: CompiledAccess, id: string): readonly string[] {
  const { systemRoles, scopedRoles } = access.policy
  const system = systemRoles.find((role) => role.id === id)
  if (!system) return scopedRoles.find((role) => role.id === id)?.mayGrant ?? []
  const reached = reachOf(access, id).flatMap((role) => mayGrantOf(access, role))
  return [...new Set([...system.mayGrant, ...reached])]
}

function reachOf(access: CompiledAccess, id: string): readonly string[] {
  return Object.values(access.policy.systemRoles.find((role) => role.id === id)?.reach ?? {})
}

function heldBy(access: CompiledAccess, role: string): Grant {
  return { role, scope: access.isScoped(role) ? SOMEWHERE : null, source: 'direct' }
}
