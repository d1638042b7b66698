import type { Grant } from './access-policy.rules.ts'
import type { CompiledAccess } from './power.rules.ts'

/** The grants with the policy's default role beside them, where no role on the whole product is among them. */
export function withDefaultRole(access: CompiledAccess, grants: readonly Grant[]): readonly Grant[] {
  const { defaultRole } = access.policy
  if (defaultRole === null || grants.some(({ scope }) => scope === null)) return grants
  return [{ role: defaultRole, scope: null, source: 'direct' }, ...grants]
}

/** Whether somebody may hold these roles on the whole product: exactly one of them where the policy says so. */
export function isRoleCountRight(access: CompiledAccess, grants: readonly Pick<Grant, 'role' | 'scope'>[]): boolean {
  if (access.policy.systemRolesPerUser === 'many') return true
  return new Set(grants.filter(({ scope }) => scope === null).map(({ role }) => role)).size === 1
}
