import { inviteFirst } from '@rollcall/core/presets'
import type { Policy } from '@rollcall/core/rules'

/** What the app store itself asks for, beside Rollcall's own rights: `access.can` and `useCan` know them all alike. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  admin: ['apps.read', 'apps.create'],
  'user-management': ['apps.read'],
  publisher: ['apps.read', 'apps.create'],
  owner: ['apps.read', 'apps.upload'],
  developer: ['apps.read', 'apps.upload'],
  'api-user': ['apps.read', 'apps.upload'],
}

const withRights = <R extends { readonly id: string; readonly rights: readonly string[] }>(role: R): R => ({
  ...role,
  rights: [...role.rights, ...(RIGHTS[role.id] ?? [])],
})

/** The preset, with the host's rights in its roles. */
export const policy: Policy = {
  ...inviteFirst,
  access: {
    ...inviteFirst.access,
    systemRoles: inviteFirst.access.systemRoles.map(withRights),
    scopedRoles: inviteFirst.access.scopedRoles.map(withRights),
  },
}
