import { sightOf } from '../access/access.rules.ts'
import type { CompiledAccess } from '../access/power.rules.ts'
import { requireCeiling } from '../groups/group.steps.ts'
import { type KnownActor, subjectOf } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import type { Storage } from '../ports/storage.ts'
import { domainOf } from './identifier.rules.ts'
import type { User } from './user.rules.ts'

interface Tools {
  readonly storage: Storage
  readonly access: CompiledAccess
}

/**
 * An address that somebody else writes was not proved by its owner. So what belongs to it counts as given and taken by
 * the caller: the roles of groups that take people in by its domain, and the organization that bounds sight.
 */
export async function requireBelonging(tools: Tools, actor: KnownActor, before: User, after: User): Promise<void> {
  requireOrganization(tools, actor, before.organization, after.organization)
  const [from, to] = [domainOf(before.email), domainOf(after.email)]
  if (actor.kind === 'system' || before.registeredAt === null || from === to) return
  const memberships = await tools.storage.groups.ofUser(before.id)
  const byHand = new Set(memberships.filter(({ by }) => by === 'hand').map(({ id }) => id))
  for (const group of await tools.storage.groups.list({ kind: 'all' })) {
    const has = (domain: string | null) => domain !== null && group.domains.includes(domain)
    if (byHand.has(group.id) || has(from) === has(to)) continue
    requireCeiling(tools.access, actor, has(from) ? group : null, has(to) ? group : null)
  }
}

/** Whoever sees a part of the people puts nobody into another. */
export function requireOrganization(
  { access }: Pick<Tools, 'access'>,
  actor: KnownActor,
  before: string | null,
  after: string | null,
): void {
  if (actor.kind === 'system' || after === before) return
  const subject = subjectOf(actor)
  if (sightOf(access, subject).kind === 'some' && after !== subject.organization) {
    refuse('not-allowed', { reason: 'not-covered' })
  }
}
