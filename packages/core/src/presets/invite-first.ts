import { RIGHTS } from '../access/access-policy.rules.ts'
import type { Policy } from '../system/policy.rules.ts'

const MANAGEMENT = RIGHTS
const ON_AN_APP = ['developer', 'owner', 'api-user'] as const

/**
 * People join by invitation and make their own profile; administrators hold grantable rights without ranks. Roles are
 * global (Admin, User management, Publisher) or held on one app (Developer, App owner, API user).
 */
export const inviteFirst: Policy = {
  preset: 'invite-first',
  access: {
    systemRoles: [
      {
        id: 'admin',
        name: 'Admin',
        description: 'Full control: users, targets, certificates.',
        rank: 2,
        rights: MANAGEMENT,
        visibility: 'all',
        mayGrant: ['admin', 'user-management', 'publisher', ...ON_AN_APP],
      },
      {
        id: 'user-management',
        name: 'User management',
        description: 'Invites, edits, unlocks and deletes users.',
        rank: 1,
        rights: MANAGEMENT,
        visibility: 'all',
        mayGrant: ['user-management', 'publisher', ...ON_AN_APP],
      },
      {
        id: 'publisher',
        name: 'Publisher',
        description: 'Publishes apps to the stores.',
        rank: 0,
        rights: [],
        visibility: 'self',
        mayGrant: [],
      },
    ],
    scopedRoles: [
      {
        id: 'owner',
        name: 'App owner',
        description: 'Approves publishing; invites and assigns developers to the app.',
        resourceType: 'app',
        rights: ['users.read', 'invitations.send', 'invitations.revoke', 'access.assign'],
        mayGrant: ['developer', 'api-user'],
      },
      {
        id: 'developer',
        name: 'Developer',
        description: 'Submits binaries and metadata of the app.',
        resourceType: 'app',
        rights: [],
        mayGrant: [],
      },
      {
        id: 'api-user',
        name: 'API user',
        description: 'Uploads through build servers only.',
        resourceType: 'app',
        rights: [],
        mayGrant: [],
      },
    ],
    administrators: ['admin'],
    ownerRoles: { app: 'owner' },
    actions: {
      view: { right: 'users.read', relation: 'right' },
      viewFailedSignIns: { right: 'users.readFailedSignIns', relation: 'right' },
      viewAudit: { right: 'audit.read', relation: 'right' },
      edit: { right: 'users.edit', relation: 'covers', notImpersonating: true },
      assign: { right: 'access.assign', relation: 'right', notImpersonating: true },
      enable: { right: 'users.disable', relation: 'covers', notImpersonating: true },
      disable: { right: 'users.disable', relation: 'covers', notSelf: true, notImpersonating: true },
      delete: { right: 'users.delete', relation: 'covers', notSelf: true, notProtected: true, notImpersonating: true },
      issueTemporaryPassword: {
        right: 'passwords.issue',
        relation: 'covers',
        notSelf: true,
        notSingleSignOn: true,
        notImpersonating: true,
      },
      sendResetLink: {
        right: 'passwords.sendResetLink',
        relation: 'right',
        notSingleSignOn: true,
        notImpersonating: true,
      },
      viewSessions: { right: 'sessions.revoke', relation: 'right' },
      revokeSessions: { right: 'sessions.revoke', relation: 'covers', notImpersonating: true },
      viewTokens: { right: 'apiTokens.manage', relation: 'right' },
      createToken: { right: 'apiTokens.manage', relation: 'covers', notImpersonating: true },
      revokeToken: { right: 'apiTokens.manage', relation: 'covers', notImpersonating: true },
      resend: { right: 'invitations.send', relation: 'right', notSelf: true, notSingleSignOn: true },
      revoke: { right: 'invitations.revoke', relation: 'covers', notSelf: true, notImpersonating: true },
      unlock: { right: 'lockout.unlock', relation: 'right', notSingleSignOn: true },
      messageOnInvite: { right: 'invitations.send', relation: 'covers' },
      messageOnResend: { right: 'invitations.send', relation: 'covers', notSelf: true, notSingleSignOn: true },
      messageOnUnlock: { right: 'lockout.unlock', relation: 'covers', notSelf: true, notSingleSignOn: true },
    },
  },
  identifier: 'email',
  fields: {
    firstName: { editableBy: 'both', requiredAtRegistration: true },
    lastName: { editableBy: 'both', requiredAtRegistration: true },
    displayName: { editableBy: 'both', requiredAtRegistration: false },
    jobTitle: { editableBy: 'both', requiredAtRegistration: false },
    phone: { editableBy: 'both', requiredAtRegistration: false },
    language: { editableBy: 'both', requiredAtRegistration: false },
    timeZone: { editableBy: 'both', requiredAtRegistration: false },
    muteNotifications: { editableBy: 'administrator', requiredAtRegistration: false },
  },
  invitation: { lifetimeHours: 7 * 24, codeMinutes: 60, asks: [], digestBeyond: 20 },
  registration: { signsIn: true },
  password: { minLength: 8, maxLength: 256, minStrength: 2 },
  reset: { lifetimeHours: 24, codeMinutes: 15, carriesTemporaryPassword: true },
  temporaryPassword: { lifetimeHours: 24, channels: ['screen', 'mail', 'text-message'] },
  apiTokens: { perUser: 1, lifetimeDays: 365 },
  deletion: { self: true },
  lockout: { threshold: 5, opensAfterMinutes: 30 },
  session: { idleMinutes: 60, absoluteHours: 24, confirmMinutes: 10 },
  dormantAfterDays: null,
  languages: ['en-GB', 'de'],
  timeZone: 'Etc/UTC',
}
