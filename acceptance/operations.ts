import type { RollcallClient } from '@rollcall/client'
import type { Action, User } from '@rollcall/core/rules'
import type { World } from '@rollcall/testing'
import { insertToken, openSession, type State } from './stored.ts'

/** A call on somebody. */
export interface Operation {
  /** What decides it. */
  readonly action: Action
  /** What decides a message of one's own with it, where it takes one. */
  readonly worded?: Action
  /** How that somebody must be for the call to make sense; nothing in particular where absent. */
  readonly state?: State
  call(client: RollcallClient, on: User, given: Given, world: World): Promise<unknown>
}

/** A message of one's own, or fields of a profile. */
export type Given = Readonly<Record<string, string>>

const it = ({ id: userId }: User) => ({ userId })
const at = ({ id: userId, version }: User) => ({ userId, version })

/** Every operation on somebody else that one action decides. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'users.getUser': { action: 'view', call: (client, on) => client.users.getUser(it(on)) },
  'users.editUser': {
    action: 'edit',
    call: (client, on, given) => client.users.editUser({ ...at(on), lastName: 'Vogt-Okafor', ...given }),
  },
  'users.enableUser': {
    action: 'enable',
    state: 'deactivated',
    call: (client, on) => client.users.enableUser(at(on)),
  },
  'users.disableUser': { action: 'disable', call: (client, on) => client.users.disableUser(at(on)) },
  'users.reactivateUser': {
    action: 'reactivate',
    worded: 'messageOnReactivate',
    state: 'dormant',
    call: (client, on, given) => client.users.reactivateUser({ ...it(on), ...given }),
  },
  'users.deleteUser': { action: 'delete', call: (client, on) => client.users.deleteUser(at(on)) },
  'passwords.issueTemporaryPassword': {
    action: 'issueTemporaryPassword',
    call: (client, on) => client.passwords.issueTemporaryPassword({ ...at(on), channel: 'screen' }),
  },
  'passwords.setPassword': {
    action: 'setPassword',
    call: (client, on) => client.passwords.setPassword({ ...at(on), password: 'marble thunder kite 77' }),
  },
  'passwords.sendResetLink': {
    action: 'sendResetLink',
    call: (client, on) => client.passwords.sendResetLink(it(on)),
  },
  'sessions.listSessions': { action: 'viewSessions', call: (client, on) => client.sessions.listSessions(it(on)) },
  'sessions.revokeSession': {
    action: 'revokeSessions',
    async call(client, on, _, world) {
      await openSession(world, on.id, 'other')
      return client.sessions.revokeSession({ ...it(on), sessionId: `other-${on.id}` })
    },
  },
  'sessions.revokeAllSessions': {
    action: 'revokeSessions',
    call: (client, on) => client.sessions.revokeAllSessions(it(on)),
  },
  'impersonation.startImpersonation': {
    action: 'impersonate',
    call: (client, on) => client.impersonation.startImpersonation({ ...it(on), reason: 'The export stays empty.' }),
  },
  'apiTokens.listTokens': { action: 'viewTokens', call: (client, on) => client.apiTokens.listTokens(it(on)) },
  'apiTokens.createToken': { action: 'createToken', call: (client, on) => client.apiTokens.createToken(it(on)) },
  'apiTokens.revokeToken': {
    action: 'revokeToken',
    call: async (client, on, _, world) =>
      client.apiTokens.revokeToken({ ...it(on), tokenId: await insertToken(world, on.id) }),
  },
  'invitations.resendInvitation': {
    action: 'resend',
    worded: 'messageOnResend',
    state: 'not-confirmed',
    call: (client, on, given) => client.invitations.resendInvitation({ ...it(on), ...given }),
  },
  'users.sendWelcome': { action: 'sendWelcome', call: (client, on) => client.users.sendWelcome(it(on)) },
  'invitations.revokeInvitation': {
    action: 'revoke',
    state: 'not-confirmed',
    call: (client, on) => client.invitations.revokeInvitation(it(on)),
  },
  'lockout.unlockUser': {
    action: 'unlock',
    worded: 'messageOnUnlock',
    state: 'locked',
    call: (client, on, given) => client.lockout.unlockUser({ ...it(on), ...given }),
  },
  'lockout.listFailedSignIns': {
    action: 'viewFailedSignIns',
    call: (client, on) => client.lockout.listFailedSignIns(it(on)),
  },
  'audit.listEntries': { action: 'viewAudit', call: (client, on) => client.audit.listEntries(it(on)) },
}

/** The operation of that name, which `authority.csv` must not get wrong. */
export function operationOf(name: string): Operation {
  const operation = OPERATIONS[name]
  if (!operation) throw new Error(`authority.csv names ${name}, which no test can call.`)
  return operation
}
