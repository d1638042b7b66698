import { sightOf } from '../access/access.rules.ts'
import type { CompiledAccess } from '../access/power.rules.ts'
import { type Actor, type KnownActor, subjectOf } from '../kernel/actor.ts'
import { requireRight } from '../kernel/authorise.ts'
import { type FieldCode, refuse } from '../kernel/refusals.ts'
import type { Storage, Stores } from '../ports/storage.ts'
import type { Policy } from '../system/policy.rules.ts'
import { areGroupRoles, mayChangeGroup } from './group.rules.ts'
import type { GroupRecord } from './group.store.ts'

const NOTHING = { grants: [] }

/** What a group gives: its roles, or nothing where it is not there yet or no more. */
type Gives = Pick<GroupRecord, 'grants'>

/** Refuses whoever may not manage groups. */
export function requireManager(access: CompiledAccess, caller: Actor): KnownActor {
  const actor = requireRight(access, caller, 'groups.manage')
  if (actor.kind === 'user' && subjectOf(actor).impersonating) refuse('not-allowed', { reason: 'impersonating' })
  return actor
}

/**
 * The ceiling on everything a change of a group gives or takes: members, present and future, gain or lose all of its
 * roles; null stands for people who are not in it.
 */
export function requireCeiling(
  access: CompiledAccess,
  actor: KnownActor,
  before: Gives | null,
  after: Gives | null,
): void {
  if (actor.kind === 'system') return
  const { power } = actor.effective
  if (!mayChangeGroup(access, power, before ?? NOTHING, after ?? NOTHING))
    refuse('not-allowed', { reason: 'not-covered' })
}

/** Refuses roles a group cannot give, and domains that make nobody colleagues. */
export function requireSound(
  { access, policy }: { readonly access: CompiledAccess; readonly policy: Policy },
  group: Pick<GroupRecord, 'grants' | 'domains'>,
): void {
  const fields: Record<string, FieldCode> = {}
  if (!areGroupRoles(access, group)) fields.grants = 'invalid'
  if (group.domains.some((domain) => policy.organization.publicDomains.includes(domain))) fields.domains = 'invalid'
  if (Object.keys(fields).length > 0) refuse('invalid-input', { fields })
}

/** The group at the version the caller saw. */
export async function findGroup(stores: Stores, id: string, version?: number): Promise<GroupRecord> {
  const group = (await stores.groups.find(id)) ?? refuse('not-found')
  if (version !== undefined && group.version !== version) refuse('changed-meanwhile', { current: group })
  return group
}

/** A group as the caller reads it. */
export async function presentGroup(
  { storage, access }: { readonly storage: Storage; readonly access: CompiledAccess },
  actor: KnownActor,
  id: string,
) {
  const groups = await storage.groups.list(sightFor(access, actor))
  return groupOf(groups.find((group) => group.id === id) ?? refuse('not-found'))
}

export function sightFor(access: CompiledAccess, actor: KnownActor) {
  return actor.kind === 'system' ? ({ kind: 'all' } as const) : sightOf(access, subjectOf(actor))
}

export function groupOf({ createdAt: _, ...group }: GroupRecord & { readonly members: number }) {
  return { ...group, domains: [...group.domains], grants: group.grants.map(({ role, scope }) => ({ role, scope })) }
}
