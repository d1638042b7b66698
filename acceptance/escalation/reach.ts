import type { AccessPolicy, Policy } from '@rollcall/core/rules'

/** A role somewhere: on the whole product (`scope` null) or on one resource. */
export interface Atom {
  readonly role: string
  readonly scope: string | null
}

export const PLACES = ['place-a', 'place-b']

/** Every role in every place where it can be held. */
export function atomsOf({ systemRoles, scopedRoles }: AccessPolicy): Atom[] {
  return [
    ...systemRoles.map(({ id }) => ({ role: id, scope: null })),
    ...PLACES.flatMap((scope) => scopedRoles.map(({ id }) => ({ role: id, scope }))),
  ]
}

/** Roles a group can give. */
export function groupRolesOf({ access }: Policy): string[] {
  return access.scopedRoles.map(({ id }) => id).filter((id) => !Object.values(access.ownerRoles).includes(id))
}

/** Roles in places where they cannot be held. */
export function misplacedOf({ systemRoles, scopedRoles }: AccessPolicy): Atom[] {
  return [
    ...systemRoles.slice(0, 2).map(({ id }) => ({ role: id, scope: PLACES[0] ?? null })),
    ...scopedRoles.slice(0, 2).map(({ id }) => ({ role: id, scope: null })),
  ]
}

/** All that some people together could ever come to hold: what they hold, what that lets them give, and so on. */
export interface Reach {
  has(atom: Atom): boolean
  /** Whether the right comes with any of it, on the whole product or on one of these resources. */
  allows(right: string, places: readonly (string | null)[]): boolean
}

const key = ({ role, scope }: Atom) => `${role}@${scope}`

/**
 * Follows the policy's text and nothing of the code under test. Where acts are decided by rank, whoever stands below all
 * that is reached can be acted as, and what they hold on resources comes along (rows C14 and C21).
 */
export function reachOf({ access }: Policy, held: readonly Atom[], everybody: readonly (readonly Atom[])[]): Reach {
  const reached = new Map(held.map((atom) => [key(atom), atom]))
  const ranked = Object.values(access.actions).some(({ relation }) => relation === 'outranks')
  let before = -1
  while (before < reached.size) {
    before = reached.size
    // A Map hands out what is added while it is walked.
    for (const atom of reached.values()) for (const next of stepsFrom(access, atom)) reached.set(key(next), next)
    for (const atoms of ranked ? everybody : []) {
      if (isBelow(access, atoms, [...reached.values()])) for (const atom of atoms) reached.set(key(atom), atom)
    }
  }
  const rightsOf = ({ role }: Atom) => roleOf(access, role)?.rights ?? []
  return {
    has: (atom) => reached.has(key(atom)),
    allows: (right, places) =>
      [...reached.values()].some((atom) => {
        return (atom.scope === null || places.includes(atom.scope)) && rightsOf(atom).includes(right)
      }),
  }
}

/** What a role lets its holder give, and what it reaches everywhere. */
function stepsFrom(access: AccessPolicy, { role, scope }: Atom): Atom[] {
  const { scopedRoles } = access
  const given = (roleOf(access, role)?.mayGrant ?? []).flatMap((id): Atom[] => {
    if (!scopedRoles.some((other) => other.id === id)) return [{ role: id, scope: null }]
    return (scope === null ? PLACES : [scope]).map((place) => ({ role: id, scope: place }))
  })
  const reach = Object.values(access.systemRoles.find(({ id }) => id === role)?.reach ?? {})
  return [...given, ...reach.flatMap((id) => PLACES.map((place) => ({ role: id, scope: place })))]
}

const WIDTH = ['self', 'resource', 'organization', 'all']

/** Whether their system roles stand lower than all that is reached, and give nothing it does not give. */
function isBelow(access: AccessPolicy, atoms: readonly Atom[], reached: readonly Atom[]): boolean {
  const sum = (of: readonly Atom[]) => {
    const roles = of.flatMap(({ role, scope }) => {
      return scope === null ? access.systemRoles.filter(({ id }) => id === role) : []
    })
    return {
      rank: Math.max(-1, ...roles.map(({ rank }) => rank)),
      sight: Math.max(-1, ...roles.map(({ visibility }) => WIDTH.indexOf(visibility))),
      gives: new Set(
        roles.flatMap(({ rights, mayGrant, reach = {} }) => [...rights, ...mayGrant, ...Object.keys(reach)]),
      ),
    }
  }
  const theirs = sum(atoms)
  const ours = sum(reached)
  const nothingMore = [...theirs.gives].every((each) => ours.gives.has(each))
  return theirs.rank < ours.rank && theirs.sight <= ours.sight && nothingMore
}

function roleOf({ systemRoles, scopedRoles }: AccessPolicy, id: string) {
  return [...systemRoles, ...scopedRoles].find((role) => role.id === id)
}
