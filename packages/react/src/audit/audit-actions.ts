import '../messages/en-GB/audit.ts'
import type { contract } from '@rollcall/core/contract'

type Wire = typeof contract

/** `slice.verb` of everything that changes something. */
type Change = {
  [S in keyof Wire & string]: {
    [V in keyof Wire[S] & string]: Wire[S][V] extends { readonly method: 'GET' } ? never : `${S}.${V}`
  }[keyof Wire[S] & string]
}[keyof Wire & string]

/** Looks, sent as POST to keep what is looked for out of addresses; a bulk change is written down change by change. */
type Look = 'users.findUser' | 'invitations.previewInvitation' | 'signIn.identify' | 'users.changeManyUsers'

/** Kinds of actions; what a host records belongs to none. */
export const AUDIT_GROUPS = [
  'signIn',
  'accounts',
  'invitations',
  'passwords',
  'roles',
  'tokens',
  'impersonation',
  'settings',
  'audit',
] as const

export type AuditGroup = (typeof AUDIT_GROUPS)[number]

/** Adding a change to the contract makes the compiler ask for its kind here, and for its words in `actionKey`. */
const ACTIONS = {
  'access.setGrants': 'roles',
  'apiTokens.createMyToken': 'tokens',
  'apiTokens.createToken': 'tokens',
  'apiTokens.revokeMyToken': 'tokens',
  'apiTokens.revokeToken': 'tokens',
  'audit.exportEntries': 'audit',
  'groups.createGroup': 'roles',
  'groups.deleteGroup': 'roles',
  'groups.editGroup': 'roles',
  'groups.setMembers': 'roles',
  'impersonation.request': 'impersonation',
  'impersonation.startImpersonation': 'impersonation',
  'impersonation.stopImpersonation': 'impersonation',
  'imports.applyImport': 'accounts',
  'imports.previewImport': 'accounts',
  'invitations.inviteUsers': 'invitations',
  'invitations.registerUser': 'invitations',
  'invitations.resendInvitation': 'invitations',
  'invitations.revokeInvitation': 'invitations',
  'lockout.lockUser': 'signIn',
  'lockout.unlockUser': 'signIn',
  'passwords.changeOwnPassword': 'passwords',
  'passwords.completeReset': 'passwords',
  'passwords.issueTemporaryPassword': 'passwords',
  'passwords.requestReset': 'passwords',
  'passwords.sendResetLink': 'passwords',
  'passwords.setPassword': 'passwords',
  'resources.setDefault': 'settings',
  'sessions.revokeAllSessions': 'signIn',
  'sessions.revokeMySession': 'signIn',
  'sessions.revokeSession': 'signIn',
  'settings.editSettings': 'settings',
  'signIn.checkSignIn': 'signIn',
  'signIn.confirm': 'signIn',
  'signIn.finishProviderSignIn': 'signIn',
  'signIn.linkProvider': 'accounts',
  'signIn.signIn': 'signIn',
  'signIn.signOut': 'signIn',
  'users.confirmEmailChange': 'accounts',
  'users.createUser': 'accounts',
  'users.createOwner': 'accounts',
  'users.deleteMe': 'accounts',
  'users.deleteUser': 'accounts',
  'users.disableUser': 'accounts',
  'users.editMe': 'accounts',
  'users.editUser': 'accounts',
  'users.enableUser': 'accounts',
  'users.reactivateUser': 'accounts',
  'users.requestEmailChange': 'accounts',
  'users.exportUsers': 'accounts',
  'users.sendWelcome': 'accounts',
} as const satisfies Record<
  | Exclude<Change, Look>
  | 'audit.exportEntries'
  | 'users.exportUsers'
  | 'impersonation.request'
  | 'signIn.checkSignIn'
  | 'signIn.finishProviderSignIn'
  | 'signIn.linkProvider'
  | 'lockout.lockUser'
  | 'users.createOwner',
  AuditGroup
>

type VerbOf<Action> = Action extends `${string}.${infer Verb}` ? Verb : never

/** The sentence of an action; undefined for one this version does not know. */
export function actionKey(action: string) {
  if (!Object.hasOwn(ACTIONS, action)) return undefined
  return `audit.${action.slice(action.indexOf('.') + 1) as VerbOf<keyof typeof ACTIONS>}` as const
}

/** The actions of that kind. */
export function actionsOf(group: AuditGroup): string[] {
  return Object.entries(ACTIONS).flatMap(([action, kind]) => (kind === group ? [action] : []))
}
