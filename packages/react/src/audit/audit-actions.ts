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

/** Looks, sent as POST to keep what is looked for out of addresses; a bulk change is written down change by change. */
type Look = 'users.findUser' | 'invitations.previewInvitation' | 'signIn.identify' | 'users.changeManyUsers'

/** Adding a change to the contract makes the compiler ask for its words here. */
const ACTIONS = {
  'access.setGrants': 'audit.setGrants',
  'apiTokens.createMyToken': 'audit.createMyToken',
  'apiTokens.createToken': 'audit.createToken',
  'apiTokens.revokeMyToken': 'audit.revokeMyToken',
  'apiTokens.revokeToken': 'audit.revokeToken',
  'audit.exportEntries': 'audit.exportEntries',
  'groups.createGroup': 'audit.createGroup',
  'groups.deleteGroup': 'audit.deleteGroup',
  'groups.editGroup': 'audit.editGroup',
  'groups.setMembers': 'audit.setMembers',
  'impersonation.request': 'audit.impersonatedRequest',
  'impersonation.startImpersonation': 'audit.startImpersonation',
  'impersonation.stopImpersonation': 'audit.stopImpersonation',
  'imports.applyImport': 'audit.applyImport',
  'imports.previewImport': 'audit.previewImport',
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
  'passwords.setPassword': 'audit.setPassword',
  'resources.setDefault': 'audit.setDefault',
  'sessions.revokeAllSessions': 'audit.revokeAllSessions',
  'sessions.revokeMySession': 'audit.revokeMySession',
  'sessions.revokeSession': 'audit.revokeSession',
  'settings.editSettings': 'audit.editSettings',
  'signIn.confirm': 'audit.confirm',
  'signIn.signIn': 'audit.signIn',
  'signIn.signOut': 'audit.signOut',
  'users.confirmEmailChange': 'audit.confirmEmailChange',
  'users.createUser': 'audit.createUser',
  'users.createOwner': 'audit.createOwner',
  'users.deleteMe': 'audit.deleteMe',
  'users.deleteUser': 'audit.deleteUser',
  'users.disableUser': 'audit.disableUser',
  'users.editMe': 'audit.editMe',
  'users.editUser': 'audit.editUser',
  'users.enableUser': 'audit.enableUser',
  'users.reactivateUser': 'audit.reactivateUser',
  'users.requestEmailChange': 'audit.requestEmailChange',
  'users.exportUsers': 'audit.exportUsers',
  'users.sendWelcome': 'audit.sendWelcome',
} as const satisfies Record<
  | Exclude<Change, Look>
  | 'audit.exportEntries'
  | 'users.exportUsers'
  | 'impersonation.request'
  | 'lockout.lockUser'
  | 'users.createOwner',
  MessageKey
>

/** The sentence of an action; undefined for one this version does not know. */
export function actionKey(action: string) {
  return Object.hasOwn(ACTIONS, action) ? ACTIONS[action as keyof typeof ACTIONS] : undefined
}

/** Kinds of actions, by the slices they belong to; what a host records belongs to none. */
const GROUPS = {
  signIn: ['signIn', 'sessions', 'lockout'],
  accounts: ['users', 'imports'],
  invitations: ['invitations'],
  passwords: ['passwords'],
  roles: ['access', 'groups'],
  tokens: ['apiTokens'],
  impersonation: ['impersonation'],
  settings: ['settings', 'resources'],
  audit: ['audit'],
} as const

export type AuditGroup = keyof typeof GROUPS

export const AUDIT_GROUPS = Object.keys(GROUPS) as AuditGroup[]

/** The actions of that kind. */
export function actionsOf(group: AuditGroup): string[] {
  const slices: readonly string[] = GROUPS[group]
  return Object.keys(ACTIONS).filter((action) => slices.includes(action.slice(0, action.indexOf('.'))))
}
