// The policy all rows share: 8 ranked roles over 40 rights, and roles held on one resource.
import { inviteFirst } from '@rollcall/core/presets'

export const RANKS = 8
export const SCOPES = ['north', 'east', 'south', 'west', 'centre', 'harbour']

/** The rules that the row `decision` measures; the others are as in the preset. */
export const actions = {
  view: { right: 'users.read', relation: 'right' },
  viewFailedSignIns: { right: 'users.readFailedSignIns', relation: 'right' },
  resend: { right: 'invitations.send', relation: 'right', notSelf: true, notSingleSignOn: true },
  revoke: { right: 'invitations.revoke', relation: 'outranks', notSelf: true, notImpersonating: true },
  unlock: { right: 'lockout.unlock', relation: 'outranks', notSelf: true, notSingleSignOn: true },
  messageOnInvite: { right: 'invitations.send', relation: 'covers' },
  messageOnResend: { right: 'invitations.send', relation: 'covers', notSelf: true, notSingleSignOn: true },
  messageOnUnlock: { right: 'lockout.unlock', relation: 'outranks', notSelf: true },
}

/** The rights that these rules ask for spread among the host's, so that each role adds five and some roles lack each. */
const asked = [...new Set(Object.values(actions).map(({ right }) => right))]
const rights = Array.from({ length: 40 }, (_, index) =>
  index % 7 === 4 && asked[(index - 4) / 7] ? asked[(index - 4) / 7] : `host.right${index}`,
)

const scopedRoles = [
  { id: 'keeper', rights: ['users.read', 'users.readFailedSignIns', 'host.right0'] },
  { id: 'member', rights: ['host.right1'] },
  { id: 'guest', rights: [] },
].map((role) => ({ ...role, name: role.id, description: '', resourceType: 'site', mayGrant: [] }))

const systemRoles = Array.from({ length: RANKS }, (_, rank) => ({
  id: `role-${rank}`,
  name: `Role ${rank}`,
  description: '',
  rank,
  rights: rights.slice(0, 5 * (rank + 1)),
  visibility: 'all',
  mayGrant: [...Array.from({ length: rank }, (_, lower) => `role-${lower}`), ...scopedRoles.map(({ id }) => id)],
}))

/** @type {import('@rollcall/core').Policy} */
export const policy = {
  ...inviteFirst,
  access: {
    ...inviteFirst.access,
    systemRoles,
    scopedRoles,
    administrators: [`role-${RANKS - 1}`],
    ownerRoles: {},
    actions: { ...inviteFirst.access.actions, ...actions },
  },
}
