import type { Right } from '@rollcall/core/rules'
import { register } from '../registered.ts'

/** A right as the key of its words, which hold no dot: `users-read`. */
export type RightKey<R extends string = Right> = R extends `${infer Slice}.${infer Verb}` ? `${Slice}-${Verb}` : never

/** Rollcall's own rights in a few words, of which a new right needs some. */
export const rights = {
  'users-read': 'See users',
  'users-readFailedSignIns': 'See failed sign-ins',
  'users-create': 'Create users',
  'users-import': 'Import users',
  'users-edit': 'Edit users',
  'users-disable': 'Deactivate and activate users',
  'users-reactivate': 'Reactivate inactive users',
  'users-delete': 'Delete users',
  'users-welcome': 'Send welcome mails',
  'invitations-send': 'Invite users',
  'invitations-revoke': 'Revoke invitations',
  'access-readRoles': 'See roles and rights',
  'access-assign': 'Give and take roles',
  'lockout-unlock': 'Unlock accounts',
  'passwords-issue': 'Issue temporary passwords',
  'passwords-set': 'Set passwords',
  'passwords-sendResetLink': 'Send reset links',
  'sessions-revoke': 'End sessions',
  'impersonation-start': 'View as somebody',
  'apiTokens-manage': 'Manage API tokens',
  'groups-read': 'See groups',
  'groups-manage': 'Manage groups',
  'resources-manage': 'Manage defaults',
  'resources-watch': 'Hear of resources without an owner',
  'settings-edit': 'Change settings',
  'audit-read': 'Read the audit log',
  'system-readHealth': 'See the state of the system',
} as const satisfies Record<RightKey, string>

/** What each of them lets people do. */
export const rightDetails = {
  'users-read': 'Open the list of users and their details, as far as one may see them.',
  'users-readFailedSignIns': 'See when, from where and with which device signing in failed.',
  'users-create': 'Set somebody up in full, one at a time.',
  'users-import': 'Create and change many users from a file, within one’s other rights.',
  'users-edit': 'Change names, language and the other fields that are not the person’s alone.',
  'users-disable': 'Keep somebody from signing in, and let them in again. Roles and data stay.',
  'users-reactivate': 'Let somebody back in whose account became inactive because they did not sign in for long.',
  'users-delete': 'Remove an account for good, with its roles, sessions and tokens.',
  'users-welcome': 'Send somebody the mail that tells how to sign in.',
  'invitations-send': 'Invite people, and send an invitation again.',
  'invitations-revoke': 'Take back an invitation that nobody has accepted yet.',
  'access-readRoles': 'Open this overview.',
  'access-assign': 'Change the roles of people, as far as one’s own role may give them.',
  'lockout-unlock': 'Open an account that wrong passwords have locked, and set its counter back.',
  'passwords-issue': 'Give somebody a password for the next sign-in, which they must change then.',
  'passwords-set': 'Choose a password for somebody.',
  'passwords-sendResetLink': 'Send somebody a link with which they choose a new password.',
  'sessions-revoke': 'See where somebody is signed in, and sign them out there.',
  'impersonation-start':
    'Use the product as somebody else for a limited time. What is done is written down under both names.',
  'apiTokens-manage': 'See, create and revoke the API tokens of other people.',
  'groups-read': 'Open the list of groups and their members.',
  'groups-manage': 'Create, change and delete groups, and decide who is in them.',
  'resources-manage': 'See every resource, and decide which ones new people start with.',
  'resources-watch': 'Get a mail when a resource loses its last owner.',
  'settings-edit': 'Decide who gets the welcome mail, and what it says.',
  'audit-read': 'See who did what, when and from where.',
  'system-readHealth': 'See whether mails and the audit log keep up.',
} as const satisfies Record<RightKey, string>

register({ rights, rightDetails })
