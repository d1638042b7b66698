import { type ActionRule, RIGHTS, type Right } from '../access/access-policy.rules.ts'
import type { Policy } from '../system/policy.rules.ts'

/** Rights to what this preset leaves out. */
const LEFT_OUT: readonly Right[] = [
  'impersonation.start',
  'passwords.issue',
  'passwords.set',
  'invitations.send',
  'invitations.revoke',
  'apiTokens.manage',
]
const MANAGEMENT = RIGHTS.filter((right) => !LEFT_OUT.includes(right))
const EVERY_ROLE = ['user', 'administrator', 'hub-administrator', 'instance-user'] as const

const covered = (right: Right, more: Partial<ActionRule> = {}): ActionRule => {
  return { right, relation: 'covers', notImpersonating: true, ...more }
}

/**
 * Administrators set people up in full, one by one or by a file: nobody invites and nobody registers by themselves. People
 * sign in by a user name that never changes, and are assigned instances of apps. Administrators reach everybody, other
 * administrators included; nobody deletes themselves, and whoever is protected is deleted by nobody.
 */
export const directory: Policy = {
  preset: 'directory',
  access: {
    systemRoles: [
      {
        id: 'hub-administrator',
        name: 'Hub Administrator',
        description: 'Runs the hub: users, apps and instances, settings.',
        rank: 2,
        rights: MANAGEMENT,
        visibility: 'all',
        mayGrant: EVERY_ROLE,
      },
      {
        id: 'administrator',
        name: 'Administrator',
        description: 'Manages every user, other administrators included.',
        rank: 1,
        rights: MANAGEMENT,
        visibility: 'all',
        mayGrant: EVERY_ROLE,
      },
      {
        id: 'user',
        name: 'User',
        description: 'Uses the instances they were assigned.',
        rank: 0,
        rights: [],
        visibility: 'self',
        mayGrant: [],
      },
    ],
    scopedRoles: [
      {
        id: 'instance-user',
        name: 'Assigned',
        description: 'Uses the instance, and finds it among their apps.',
        resourceType: 'instance',
        rights: ['instance.use'],
        mayGrant: [],
      },
    ],
    systemRolesPerUser: 'many',
    defaultRole: 'user',
    rights: [{ id: 'instance.use', name: 'Use the instance', description: 'Open the instance of the app.' }],
    administrators: ['administrator', 'hub-administrator'],
    ownerRoles: {},
    actions: {
      view: { right: 'users.read', relation: 'right' },
      viewFailedSignIns: { right: 'users.readFailedSignIns', relation: 'right' },
      viewAudit: { right: 'audit.read', relation: 'right' },
      edit: covered('users.edit'),
      assign: covered('access.assign'),
      enable: covered('users.disable'),
      disable: covered('users.disable', { notSelf: true }),
      reactivate: { right: 'users.reactivate', relation: 'right', notSelf: true, notSingleSignOn: true },
      messageOnReactivate: covered('users.reactivate', { notSelf: true, notSingleSignOn: true }),
      delete: covered('users.delete', { notSelf: true, notProtected: true }),
      issueTemporaryPassword: covered('passwords.issue', { notSelf: true, notSingleSignOn: true }),
      setPassword: covered('passwords.set', { notSelf: true, notSingleSignOn: true }),
      sendResetLink: {
        right: 'passwords.sendResetLink',
        relation: 'right',
        notSingleSignOn: true,
        notImpersonating: true,
      },
      viewSessions: { right: 'sessions.revoke', relation: 'right' },
      revokeSessions: covered('sessions.revoke'),
      impersonate: { right: 'impersonation.start', relation: 'outranks', notSelf: true, notImpersonating: true },
      viewTokens: { right: 'apiTokens.manage', relation: 'right' },
      createToken: covered('apiTokens.manage'),
      revokeToken: covered('apiTokens.manage'),
      resend: { right: 'invitations.send', relation: 'right', notSelf: true, notSingleSignOn: true },
      messageOnResend: covered('invitations.send', { notSelf: true, notSingleSignOn: true }),
      revoke: covered('invitations.revoke', { notSelf: true }),
      sendWelcome: { right: 'users.welcome', relation: 'right', notImpersonating: true },
      unlock: { right: 'lockout.unlock', relation: 'right', notSingleSignOn: true },
      messageOnUnlock: covered('lockout.unlock', { notSelf: true, notSingleSignOn: true }),
      messageOnInvite: { right: 'invitations.send', relation: 'covers' },
    },
  },
  onboarding: ['creation'],
  identifier: 'username',
  username: { format: 'text' },
  signIn: { steps: 'together', providers: [] },
  organization: { from: 'host', publicDomains: [] },
  emailEditable: true,
  emailChange: null,
  fields: {
    firstName: { editableBy: 'both', requiredAtRegistration: true, requiredAtCreation: true },
    lastName: { editableBy: 'both', requiredAtRegistration: true, requiredAtCreation: true },
    displayName: { editableBy: 'both', requiredAtRegistration: false, requiredAtCreation: false },
    jobTitle: { editableBy: 'administrator', requiredAtRegistration: false, requiredAtCreation: false },
    phone: { editableBy: 'both', requiredAtRegistration: false, requiredAtCreation: false },
    language: { editableBy: 'both', requiredAtRegistration: false, requiredAtCreation: false },
    timeZone: { editableBy: 'both', requiredAtRegistration: false, requiredAtCreation: false },
    muteNotifications: { editableBy: 'nobody', requiredAtRegistration: false, requiredAtCreation: false },
  },
  invitation: { lifetimeHours: 7 * 24, codeMinutes: 60, asks: [], digestBeyond: 20 },
  welcome: { lifetimeHours: 7 * 24, codeMinutes: 60, mode: 'administrators' },
  registration: { signsIn: false },
  password: {
    minLength: 8,
    maxLength: 256,
    minStrength: 2,
    requires: ['lowercase', 'uppercase', 'digit', 'symbol'],
    edgeSpaces: false,
    history: 0,
    maxAgeDays: null,
    setByAdministrators: false,
  },
  reset: { lifetimeHours: 24, codeMinutes: 15, carriesTemporaryPassword: false },
  temporaryPassword: { lifetimeHours: 24, channels: [] },
  apiTokens: { perUser: 0, lifetimeDays: 365 },
  deletion: { self: false, protectedByDefault: true },
  containers: { instance: 'app' },
  impersonation: null,
  lockout: { threshold: 5, opensAfterMinutes: 30 },
  session: { idleMinutes: 60, absoluteHours: 24, confirmMinutes: 10 },
  dormantAfterDays: null,
  languages: ['en-GB', 'de'],
  timeZone: 'Etc/UTC',
}
