import { RefusedError, type UserActor } from '@rollcall/core'
import type { UserRecord } from '@rollcall/core/rules'
import { CLIENT } from '@rollcall/testing'
import { accountMoves } from './account-moves.ts'
import { actorsOf, CHOSEN, type Coalition, OURS } from './coalition.ts'
import { groupMoves } from './group-moves.ts'
import { identityMoves } from './identity-moves.ts'
import { type Draw, inPlace, keep, linkIn, type Move, type Turn } from './move.ts'

/** Roles for there; every now and then some that cannot be held there. */
const rolesFor = ({ draw }: Turn, global: boolean) =>
  draw.atoms.filter(({ scope }) => (scope === null) === global || draw.pick % 8 === 0).map(({ role }) => role)
/** A session or API token: every other time one of that person's. */
function idOf({ coalition, draw, on }: Turn): string {
  const ids = coalition.ids.filter(({ userId }) => draw.pick % 2 === 0 || userId === on.id)
  return ids[(draw.pick >> 1) % Math.max(1, ids.length)]?.id ?? 'none'
}
const puppet = ({ draw }: Turn) => `puppet-${draw.pick % 4}@coalition.example`

/** Every kind of thing people can do to each other. */
export const moves: Readonly<Record<string, Move>> = {
  ...accountMoves,
  ...groupMoves,
  ...identityMoves,
  inviteSomebodyNew: {
    right: 'invitations.send',
    places: ({ draw }) => draw.atoms.map(({ scope }) => scope),
    run: async (turn) => {
      const emails = [puppet(turn)]
      turn.coalition.addresses.add(puppet(turn))
      return turn.rollcall.invitations.inviteUsers(turn.actor, { emails, grants: [...turn.draw.atoms] })
    },
  },
  inviteAgain: {
    right: 'invitations.send',
    places: ({ draw }) => draw.atoms.map(({ scope }) => scope),
    run: ({ rollcall, actor, on, draw }) =>
      rollcall.invitations.inviteUsers(actor, { emails: [on.email], grants: [...draw.atoms] }),
  },
  resendInvitation: {
    right: 'invitations.send',
    run: ({ rollcall, actor, it }) => rollcall.invitations.resendInvitation(actor, it),
  },
  revokeInvitation: {
    right: 'invitations.revoke',
    run: ({ rollcall, actor, it }) => rollcall.invitations.revokeInvitation(actor, it),
  },
  registerUser: {
    run: async ({ coalition, rollcall, draw }) => {
      const token = await linkIn(coalition, 'invitation', draw.pick)
      const person = { token, firstName: 'Eve', lastName: 'Puppet', password: OURS }
      keep(coalition, await rollcall.invitations.registerUser(rollcall.anonymous(CLIENT), person))
    },
  },
  signIn: {
    run: async ({ coalition, rollcall, on, draw }) => {
      const shown = coalition.temporary.at(-1 - (draw.pick % 2))
      const own = [...coalition.addresses][draw.by % coalition.addresses.size] ?? ''
      const elsewhere = draw.pick % 3 === 0 ? on.email : shown?.email
      const identifier = shown && elsewhere ? elsewhere : own
      const password = shown?.password ?? OURS
      keep(coalition, await rollcall.signIn.signIn(rollcall.anonymous(CLIENT), { identifier, password }))
    },
  },
  takeOver: {
    run: async ({ coalition, rollcall, actor }) => {
      const actors = await actorsOf(coalition)
      const taken = actors.find(({ session }) => session.restricted) ?? actor
      keep(coalition, await rollcall.passwords.changeOwnPassword(taken, { password: OURS }))
    },
  },
  setGlobalGrants: {
    right: 'access.assign',
    run: (turn) => turn.rollcall.access.setGrants(turn.actor, { ...turn.at, scope: null, roles: rolesFor(turn, true) }),
  },
  setGrantsInAPlace: {
    right: 'access.assign',
    places: (turn) => [inPlace(turn)],
    run: (turn) =>
      turn.rollcall.access.setGrants(turn.actor, { ...turn.at, scope: inPlace(turn), roles: rolesFor(turn, false) }),
  },
  findUser: {
    right: 'access.assign',
    places: (turn) => [inPlace(turn)],
    run: (turn) => turn.rollcall.users.findUser(turn.actor, { email: turn.on.email, resource: inPlace(turn) }),
  },
  editUser: {
    right: 'users.edit',
    run: ({ rollcall, actor, at }) => rollcall.users.editUser(actor, { ...at, firstName: 'Puppet' }),
  },
  editMe: {
    run: ({ rollcall, actor }) => rollcall.users.editMe(actor, { version: actor.real.user.version, firstName: 'Boss' }),
  },
  disableUser: {
    right: 'users.disable',
    run: ({ rollcall, actor, at }) => rollcall.users.disableUser(actor, at),
  },
  enableUser: {
    right: 'users.disable',
    run: ({ rollcall, actor, at }) => rollcall.users.enableUser(actor, at),
  },
  deleteUser: {
    right: 'users.delete',
    never: ({ on }) => on.protected,
    run: ({ rollcall, actor, at }) => rollcall.users.deleteUser(actor, at),
  },
  deleteMe: { run: ({ rollcall, actor }) => rollcall.users.deleteMe(actor, {}) },
  issueTemporaryPassword: {
    right: 'passwords.issue',
    run: async ({ coalition, rollcall, actor, on, at }) => {
      const { password } = await rollcall.passwords.issueTemporaryPassword(actor, { ...at, channel: 'screen' })
      if (password !== null) coalition.temporary.push({ email: on.email, password })
    },
  },
  mailTemporaryPassword: {
    right: 'passwords.issue',
    run: ({ rollcall, actor, at }) => rollcall.passwords.issueTemporaryPassword(actor, { ...at, channel: 'mail' }),
  },
  sendResetLink: {
    right: 'passwords.sendResetLink',
    run: ({ rollcall, actor, it }) => rollcall.passwords.sendResetLink(actor, it),
  },
  completeReset: {
    run: async ({ coalition, rollcall, draw }) => {
      const token = await linkIn(coalition, 'reset', draw.pick)
      return rollcall.passwords.completeReset(rollcall.anonymous(CLIENT), { token, password: CHOSEN })
    },
  },
  createToken: {
    right: 'apiTokens.manage',
    run: async ({ coalition, rollcall, actor, it }) => {
      const { id, token } = await rollcall.apiTokens.createToken(actor, it)
      coalition.bearers.push(token)
      coalition.ids.push({ id, userId: it.userId })
    },
  },
  createMyToken: {
    run: async ({ coalition, rollcall, actor }) => {
      coalition.bearers.push((await rollcall.apiTokens.createMyToken(actor, {})).token)
    },
  },
  revokeToken: {
    right: 'apiTokens.manage',
    run: (turn) => turn.rollcall.apiTokens.revokeToken(turn.actor, { ...turn.it, tokenId: idOf(turn) }),
  },
  revokeMyToken: {
    run: (turn) => turn.rollcall.apiTokens.revokeMyToken(turn.actor, { tokenId: idOf(turn) }),
  },
  listTokens: {
    right: 'apiTokens.manage',
    run: ({ rollcall, actor, it }) => rollcall.apiTokens.listTokens(actor, it),
  },
  revokeSession: {
    right: 'sessions.revoke',
    run: (turn) => turn.rollcall.sessions.revokeSession(turn.actor, { ...turn.it, sessionId: idOf(turn) }),
  },
  revokeMySession: {
    run: (turn) => turn.rollcall.sessions.revokeMySession(turn.actor, { sessionId: idOf(turn) }),
  },
  revokeAllSessions: {
    right: 'sessions.revoke',
    run: ({ rollcall, actor, it }) => rollcall.sessions.revokeAllSessions(actor, it),
  },
  listSessions: {
    right: 'sessions.revoke',
    run: ({ rollcall, actor, it }) => rollcall.sessions.listSessions(actor, it),
  },
  unlockUser: {
    right: 'lockout.unlock',
    run: ({ rollcall, actor, it }) => rollcall.lockout.unlockUser(actor, it),
  },
  listFailedSignIns: {
    right: 'users.readFailedSignIns',
    run: ({ rollcall, actor, it }) => rollcall.lockout.listFailedSignIns(actor, it),
  },
  listEntries: {
    right: 'audit.read',
    run: ({ rollcall, actor, draw, it }) => rollcall.audit.listEntries(actor, draw.pick % 2 === 0 ? {} : it),
  },
}

/** What nobody may do while acting as somebody else: passwords, tokens, profile, deletion, roles, and acting as a third. */
const FORBIDDEN = [
  ...['startImpersonation', 'setPassword', 'issueTemporaryPassword', 'mailTemporaryPassword', 'sendResetLink'],
  ...['createToken', 'createMyToken', 'revokeToken', 'revokeMyToken', 'editMe', 'editUser', 'deleteMe', 'deleteUser'],
  ...['disableUser', 'enableUser', 'setGlobalGrants', 'setGrantsInAPlace', 'createGroup', 'setMembers', 'deleteGroup'],
  ...['giveAGroupRoles', 'giveAGroupADomain', 'requestEmailChange', 'revokeMySession', 'revokeAllSessions'],
  ...['editGrants', 'switchByEdit', 'editEmail', 'renameUser', 'sendWelcome'],
]

/** What became of a move; `without` is the right it took and the coalition does not reach, the others name the move. */
export type Outcome =
  | 'refused'
  | { readonly without: string | null; readonly asAnother: string | null; readonly never: string | null }

/** Makes the move. Whatever is thrown that is no refusal is thrown on. */
export async function make(coalition: Coalition, actor: UserActor, on: UserRecord, draw: Draw): Promise<Outcome> {
  const move = moves[draw.move]
  if (!move) throw new Error(`There is no move ${draw.move}.`)
  const it = { userId: on.id }
  const turn = {
    coalition,
    rollcall: coalition.world.rollcall,
    actor,
    on,
    draw,
    it,
    at: { ...it, version: on.version },
  }
  try {
    await move.run(turn)
  } catch (error) {
    if (error instanceof RefusedError) return 'refused'
    throw error
  }
  const places = [...on.grants.map(({ scope }) => scope), ...(move.places?.(turn) ?? [])]
  const may = move.right === undefined || coalition.reach.allows(move.right, places)
  const acting = actor.session.impersonation !== null && FORBIDDEN.includes(draw.move)
  return {
    without: may ? null : (move.right ?? null),
    asAnother: acting ? draw.move : null,
    never: move.never?.(turn) ? draw.move : null,
  }
}
