import { inviteFirst } from '@rollcall/core/presets'

/** A role somewhere: on the whole product (`scope` null) or on one app. */
export interface Atom {
  readonly role: string
  readonly scope: string | null
}

export const APPS = ['app-a', 'app-b']
const { systemRoles, scopedRoles } = inviteFirst.access
const scoped = new Set(scopedRoles.map(({ id }) => id))
const roles = new Map([...systemRoles, ...scopedRoles].map((role) => [role.id, role]))

/** Every role in every place where it can be held. */
export const ATOMS: readonly Atom[] = [
  ...systemRoles.map(({ id }) => ({ role: id, scope: null })),
  ...APPS.flatMap((scope) => scopedRoles.map(({ id }) => ({ role: id, scope }))),
]

/** Roles in places where they cannot be held. */
export const MISPLACED: readonly Atom[] = [
  { role: 'publisher', scope: 'app-a' },
  { role: 'admin', scope: 'app-b' },
  { role: 'developer', scope: null },
  { role: 'owner', scope: null },
]

/** All that some people together could ever come to hold: what they hold, what that lets them give, and so on. */
export interface Reach {
  has(atom: Atom): boolean
  /** Whether the right comes with any of it, on the whole product or on one of these apps. */
  allows(right: string, apps: readonly (string | null)[]): boolean
}

const key = ({ role, scope }: Atom) => `${role}@${scope}`

/** Follows the policy's text and nothing of the code under test. */
export function reachOf(held: readonly Atom[]): Reach {
  const reached = new Map(held.map((atom) => [key(atom), atom]))
  for (const { role, scope } of reached.values()) {
    for (const given of roles.get(role)?.mayGrant ?? []) {
      const places = !scoped.has(given) ? [null] : scope === null ? APPS : [scope]
      for (const place of places) {
        const atom = { role: given, scope: place }
        // A Map hands out what is added while it is walked.
        reached.set(key(atom), reached.get(key(atom)) ?? atom)
      }
    }
  }
  return {
    has: (atom) => reached.has(key(atom)),
    allows: (right, apps) =>
      [...reached.values()].some(({ role, scope }) => {
        const rights: readonly string[] = roles.get(role)?.rights ?? []
        return (scope === null || apps.includes(scope)) && rights.includes(right)
      }),
  }
}
