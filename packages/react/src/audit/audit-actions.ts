import '../messages/en-GB/audit.ts'
import type { contract } from '@rollcall/core/contract'
import type { MessageKey } from '../messages/message.ts'

type Wire = typeof contract

/** `slice.verb` of everything that changes something. */
type Change = {
  [S in keyof Wire & string]: {
    [V in keyof Wire[S] & string]: Wire[S][V] extends { readonly method: 'GET' } ? never : `${S}.${V}`
  }[keyof Wire[S] & string]
}[keyof Wire & string]

/** Looks, sent as POST to keep what is looked for out of addresses. */
type Look = 'users.findUser' | 'invitations.previewInvitation'

/** Adding a change to the contract makes the compiler ask for its words here. */
const ACTIONS = {
  'access.setGrants': 'audit.setGrants',
  'apiTokens.createMyToken': 'audit.createMyToken',
  'apiTokens.createToken': 'audit.createToken',
  'apiTokens.revokeMyToken': 'audit.revokeMyToken',
  'apiTokens.revokeToken': 'audit.revokeToken',
  'invitations.inviteUsers': 'audit.inviteUsers',
  'invitations.registerUser': 'audit.registerUser',
  'invitations.resendInvitation': 'audit.resendInvitation',
  'invitations.revokeInvitation': 'audit.revokeInvitation',
  'lockout.lockUser': 'audit.lockUser',
  'lockout.unlockUser': 'audit.unlockUser',
  'passwords.changeOwnPassword': 'audit.changeOwnPassword',
  'passwords.completeReset': 'audit.completeReset',
  'passwords.issueTemporaryPassword': 'audit.issueTemporaryPassword',
  'passwords.requestReset': 'audit.requestReset',
  'passwords.sendResetLink': 'audit.sendResetLink',
  'sessions.revokeAllSessions': 'audit.revokeAllSessions',
  'sessions.revokeMySession': 'audit.revokeMySession',
  'sessions.revokeSession': 'audit.revokeSession',
  'signIn.confirm': 'audit.confirm',
  'signIn.signIn': 'audit.signIn',
  'signIn.signOut': 'audit.signOut',
  'users.createOwner': 'audit.createOwner',
  'users.deleteMe': 'audit.deleteMe',
  'users.deleteUser': 'audit.deleteUser',
  'users.disableUser': 'audit.disableUser',
  'users.editMe': 'audit.editMe',
  'users.editUser': 'audit.editUser',
  'users.enableUser': 'audit.enableUser',
} as const satisfies Record<Exclude<Change, Look> | 'lockout.lockUser' | 'users.createOwner', MessageKey>

/** The sentence of an action; undefined for one this version does not know. */
export function actionKey(action: string) {
  return Object.hasOwn(ACTIONS, action) ? ACTIONS[action as keyof typeof ACTIONS] : undefined
}
