import { sightOf } from '../access/access.rules.ts'
import type { CompiledAccess } from '../access/power.rules.ts'
import { type Actor, requireKnown, subjectOf } from '../kernel/actor.ts'
import { reach, requireRight } from '../kernel/authorise.ts'
import { epochOf, isoOf } from '../kernel/instant.ts'
import type { Storage } from '../ports/storage.ts'
import type { AuditFilter, AuditRecord } from './audit.store.ts'

/** What a list of entries narrows by, as it came over the wire. */
export interface WireAuditFilter {
  readonly userId?: string | undefined
  readonly action?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly impersonated?: boolean | undefined
}

/** The same, as storage takes it, once it is settled that the caller may read it: their sight bounds it. */
export async function readableEntries(
  effects: { readonly storage: Storage; readonly access: CompiledAccess },
  caller: Actor,
  { userId, action = [], from, until, impersonated = false }: WireAuditFilter,
): Promise<AuditFilter> {
  const { access } = effects
  const actor = requireKnown(caller)
  if (userId !== undefined) await reach(effects, actor, 'viewAudit', userId)
  else requireRight(access, actor, 'audit.read')
  return {
    sight: actor.kind === 'system' ? { kind: 'all' } : sightOf(access, subjectOf(actor)),
    userId: userId ?? null,
    actions: action,
    from: epochOf(from),
    until: epochOf(until),
    impersonated,
  }
}

/** An entry as people read it. */
export function presentEntry({ id, at, action, real, effective, target, changes, reason, address }: AuditRecord) {
  const told = Object.fromEntries(
    Object.entries(changes).map(([field, [from, to]]) => [field, [from, to] as [unknown, unknown]]),
  )
  return { id, at: isoOf(at), action, real, effective, target, changes: told, reason, address }
}
