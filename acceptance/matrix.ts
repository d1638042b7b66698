import { contract, type Endpoint } from '@rollcall/core/contract'
import {
  type Action,
  type CompiledAccess,
  compileAccess,
  decide,
  type Grant,
  mayChangeGrants,
  mayInvite,
  type Policy,
  powerOf,
  sees,
  sightOf,
} from '@rollcall/core/rules'
import type { Line } from './authority.ts'
import type { State } from './stored.ts'

export const HERE = { organization: 'northwind.example', resource: 'resource-here' }
const THERE = { organization: 'fabrikam.example', resource: 'resource-there' }

/**
 * Somebody who acts and somebody acted on. Both hold their roles at the same organization and on the same resource
 * (`own`) or the one acted on elsewhere: of another organization, on another resource, or both.
 */
export interface Pair {
  readonly actor: string
  readonly target: string
  readonly relation:
    | 'self'
    | 'own'
    | 'other organization'
    | 'other resource'
    | 'other'
    | 'impersonating'
    | 'impersonating elsewhere'
}

/** Everything about a policy that the matrix asks: its pairs, and what the rules say of each without a server. */
export interface Matrix {
  readonly access: CompiledAccess
  /** Every system role alone, every scoped role with what people have beside it, and nobody's where that can be. */
  readonly roles: readonly string[]
  readonly pairs: readonly Pair[]
  grants(roles: string, resource?: string): Grant[]
  decision(pair: Pair, action: Action): string
  decisionOnInvitation(pair: Pair, message?: string): string
  /** Whether HTTP knows nobody there. What is never done as somebody else says so before it looks for anybody. */
  isHidden(pair: Pair, operation: string): boolean
  /** The cell a line of `authority.csv` speaks of; null where it is about something else. */
  saidBy(line: Line, state: State | undefined, message: string): string | null
}

/** The name of a cell. */
export function said(operation: string, { actor, target, relation }: Pair, message?: string): string {
  return [operation, actor, target, relation, message ?? ''].join(' | ')
}

export function matrixOf(policy: Policy): Matrix {
  const access = compileAccess(policy.access)
  const { systemRoles, scopedRoles, defaultRole } = policy.access
  const beside = defaultRole === null ? '' : `${defaultRole}+`
  const roles = [
    ...(defaultRole === null ? ['none'] : []),
    ...systemRoles.map(({ id }) => id),
    ...scopedRoles.map(({ id }) => `${beside}${id}`),
  ]
  const isScoped = (name: string) => name.split('+').some((role) => access.isScoped(role))

  function grants(names: string, resource = HERE.resource): Grant[] {
    if (names === 'none') return []
    return names.split('+').map((role) => ({ role, scope: access.isScoped(role) ? resource : null, source: 'direct' }))
  }

  function subjectOf({ actor, relation }: Pair) {
    const power = powerOf(access, grants(actor))
    return { id: 'actor', organization: HERE.organization, power, impersonating: isImpersonating(relation) }
  }

  function aboutOf({ actor, target, relation }: Pair) {
    const self = relation === 'self'
    return {
      id: self ? 'actor' : 'target',
      grants: grants(self ? actor : target, placeOf(relation).resource),
      organization: placeOf(relation).organization,
      singleSignOn: false,
      protected: false,
    }
  }

  return {
    access,
    roles,
    pairs: [
      ...roles.map((actor) => ({ actor, target: actor, relation: 'self' }) as const),
      ...roles.flatMap((actor) =>
        roles.flatMap((target) => {
          const relations = ['own', 'other organization', ...(isScoped(target) ? ['other resource', 'other'] : [])]
          return relations.map((relation) => ({ actor, target, relation }) as Pair)
        }),
      ),
      ...impersonated(policy, roles).flatMap((actor) =>
        roles.flatMap((target) => [
          { actor, target, relation: 'impersonating' } as const,
          { actor, target, relation: 'impersonating elsewhere' } as const,
        ]),
      ),
    ],
    grants,
    decision(pair, action) {
      return (
        decide(access, subjectOf(pair), action, aboutOf(pair)) ??
        (isLeftOut(policy, action) ? 'disabled-by-policy' : 'allowed')
      )
    },
    decisionOnInvitation(pair, message) {
      const subject = subjectOf(pair)
      const given = grants(pair.target)
      if (!mayInvite(access, subject.power, given)) return 'no-right'
      if (!mayChangeGrants(access, subject.power, [], given)) return 'not-covered'
      const invitee = { id: null, grants: given, organization: null, singleSignOn: false, protected: false }
      return (message === undefined ? null : decide(access, subject, 'messageOnInvite', invitee)) ?? 'allowed'
    },
    isHidden(pair, operation) {
      if (isImpersonating(pair.relation) && isPersonal(operation)) return false
      return !sees(sightOf(access, subjectOf(pair)), aboutOf(pair))
    },
    saidBy(line, state, message) {
      const [, as] = line.actor.split(' as ')
      const target = line.target === 'self' ? line.actor : line.target.replace('pending', 'none')
      if (line.reason === 'last-administrator' || (line.with !== '' && !/^(?:message|lastName)$/.test(line.with)))
        return null
      if (line.state !== (state ?? '') && policy.preset !== 'invite-first') return null
      const relation = line.target === 'self' ? 'self' : relationOf(policy, line, isScoped(target))
      const words = line.with === 'message' ? message : undefined
      return relation && said(line.action, { actor: as ?? line.actor, target, relation }, words)
    },
  }
}

/** Where the person acted on is. */
export function placeOf(relation: Pair['relation']): typeof HERE {
  const isOther = (what: string) => relation === 'other' || relation === `other ${what}`
  const isElsewhere = isOther('organization') || relation === 'impersonating elsewhere'
  return {
    organization: (isElsewhere ? THERE : HERE).organization,
    resource: (isOther('resource') ? THERE : HERE).resource,
  }
}

/** The scope of a line is an organization under one preset; under the other it is a resource, and roles on one have it. */
function relationOf({ preset }: Policy, { actor, scope }: Line, isScoped: boolean): Pair['relation'] | null {
  if (preset !== 'ladder') {
    if (isScoped !== (scope !== '')) return null
    return scope === 'other' ? 'other resource' : 'own'
  }
  if (scope === 'none') return null
  const isImpersonated = actor.includes(' as ')
  if (scope === 'other') return isImpersonated ? 'impersonating elsewhere' : 'other organization'
  return isImpersonated ? 'impersonating' : 'own'
}

/** Whether somebody above acts in the place of the one who acts. */
export function isImpersonating(relation: Pair['relation']): boolean {
  return relation.startsWith('impersonating')
}

/** Whose place somebody above them can take: everybody's but the highest. */
function impersonated({ impersonation, access }: Policy, roles: readonly string[]): readonly string[] {
  if (impersonation === null) return []
  const [highest] = access.systemRoles.toSorted((a, b) => b.rank - a.rank)
  return roles.filter((names) => names !== highest?.id)
}

function isPersonal(operation: string): boolean {
  const [slice = '', verb = ''] = operation.split('.')
  const entries: Readonly<Record<string, Readonly<Record<string, Endpoint>>>> = contract
  return entries[slice]?.[verb]?.personal === true
}

/** There on the wire, and nobody's under this policy. */
function isLeftOut(policy: Policy, action: Action): boolean {
  if (action === 'createToken') return policy.apiTokens.perUser === 0
  if (action === 'issueTemporaryPassword') return policy.temporaryPassword.channels.length === 0
  if (action === 'setPassword') return !policy.password.setByAdministrators
  return action === 'impersonate' && policy.impersonation === null
}
