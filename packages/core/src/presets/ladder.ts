import type { ActionRule, Right, SystemRole } from '../access/access-policy.rules.ts'
import type { Policy } from '../system/policy.rules.ts'
import { PUBLIC_MAIL_DOMAINS } from '../users/organization.rules.ts'

const ON_A_SURVEY = ['limited', 'observer', 'researcher', 'panel-field-manager', 'maker'] as const

/** The rungs, lowest first: what each adds to the rights of those below. */
const RUNGS: readonly (Pick<SystemRole, 'id' | 'name' | 'description' | 'visibility'> & {
  readonly adds: readonly (Right | 'surveys.createFromTemplate' | 'surveys.create')[]
})[] = [
  {
    id: 'minimal-user',
    name: 'Minimal User',
    description: 'Uses the surveys they were given a role on.',
    visibility: 'self',
    adds: [],
  },
  {
    id: 'template-user',
    name: 'Create Survey from Template User',
    description: 'Also creates surveys from templates.',
    visibility: 'self',
    adds: ['surveys.createFromTemplate'],
  },
  {
    id: 'standard-user',
    name: 'Standard User',
    description: 'Also sees users and roles of their own organization, and manages those below.',
    visibility: 'organization',
    adds: ['users.read', 'users.edit', 'passwords.set', 'access.readRoles', 'groups.read'],
  },
  {
    id: 'survey-creator',
    name: 'Survey Creator',
    description: 'Also creates surveys, sees users of every organization, and acts as those below.',
    visibility: 'all',
    adds: ['surveys.create', 'impersonation.start'],
  },
  {
    id: 'team-leader',
    name: 'Team Leader',
    description: 'Also creates users, invites them again, sends reset links and gives lower roles.',
    visibility: 'all',
    adds: ['invitations.send', 'passwords.sendResetLink', 'users.readFailedSignIns', 'access.assign'],
  },
  {
    id: 'superuser',
    name: 'Superuser',
    description: 'Also unlocks, reactivates and deletes users, manages groups, and reaches every survey.',
    visibility: 'all',
    adds: [
      'lockout.unlock',
      'users.reactivate',
      'users.disable',
      'users.delete',
      'invitations.revoke',
      'sessions.revoke',
      'groups.manage',
      'audit.read',
    ],
  },
  {
    id: 'system-administrator',
    name: 'System Administrator',
    description: 'Everything, other System Administrators’ accounts excepted.',
    visibility: 'all',
    adds: ['passwords.issue', 'apiTokens.manage', 'resources.watch', 'system.readHealth'],
  },
]

const TEAM_LEADER = RUNGS.findIndex(({ id }) => id === 'team-leader')
const SUPERUSER = RUNGS.findIndex(({ id }) => id === 'superuser')

const systemRoles: readonly SystemRole[] = RUNGS.map(({ adds: _, ...role }, rank) => ({
  ...role,
  rank,
  rights: RUNGS.slice(0, rank + 1).flatMap(({ adds }) => adds),
  mayGrant: [
    // The highest may make their equals, or there could never be a second one.
    ...RUNGS.slice(0, rank === RUNGS.length - 1 ? rank + 1 : rank).map(({ id }) => id),
    ...(rank >= SUPERUSER ? ON_A_SURVEY : []),
  ].filter(() => rank >= TEAM_LEADER),
  ...(rank >= SUPERUSER ? { reach: { survey: 'maker' } } : {}),
}))

const outranked = (right: Right, more: Partial<ActionRule> = {}): ActionRule => {
  return { right, relation: 'outranks', notSelf: true, notImpersonating: true, ...more }
}

/** A message of one's own needs the higher rank; it goes with an act that the right alone allows. */
const worded = (right: Right): ActionRule => ({ right, relation: 'outranks', notSelf: true, notSingleSignOn: true })

/**
 * Ranked, cumulative roles: whoever acts on somebody's account must stand above them, but for acts that only help, such as
 * unlocking, which a right alone allows. Everybody has exactly one system role and any number of roles on surveys; whose
 * rank is below Survey Creator sees the people of their own organization only, by the domain of their address.
 */
export const ladder: Policy = {
  preset: 'ladder',
  access: {
    systemRoles,
    scopedRoles: [
      {
        id: 'maker',
        name: 'Maker',
        description: 'Edits the survey down to its source, and decides who else may do what on it.',
        resourceType: 'survey',
        rights: [
          'survey.view',
          'survey.report',
          'survey.field',
          'survey.edit',
          'survey.source',
          'users.read',
          'access.assign',
        ],
        mayGrant: ['limited', 'observer', 'researcher', 'panel-field-manager'],
      },
      {
        id: 'panel-field-manager',
        name: 'Panel Field Manager',
        description: 'Runs the field work of the survey.',
        resourceType: 'survey',
        rights: ['survey.view', 'survey.report', 'survey.field'],
        mayGrant: [],
      },
      {
        id: 'researcher',
        name: 'Researcher',
        description: 'Edits the survey and reads its results.',
        resourceType: 'survey',
        rights: ['survey.view', 'survey.report', 'survey.edit'],
        mayGrant: [],
      },
      {
        id: 'observer',
        name: 'Observer',
        description: 'Reads the results of the survey.',
        resourceType: 'survey',
        rights: ['survey.view', 'survey.report'],
        mayGrant: [],
      },
      {
        id: 'limited',
        name: 'Limited',
        description: 'Sees the survey, without its results.',
        resourceType: 'survey',
        rights: ['survey.view'],
        mayGrant: [],
      },
    ],
    systemRolesPerUser: 'one',
    defaultRole: 'minimal-user',
    rights: [
      {
        id: 'surveys.createFromTemplate',
        name: 'Create surveys from templates',
        description: 'Begin a survey from a template.',
      },
      { id: 'surveys.create', name: 'Create surveys', description: 'Begin a survey from nothing.' },
      { id: 'survey.view', name: 'View the survey', description: 'Open the survey and see its questions.' },
      { id: 'survey.report', name: 'Read results', description: 'Open the reports of the survey.' },
      { id: 'survey.field', name: 'Run field work', description: 'Start and stop the survey, and manage its quotas.' },
      { id: 'survey.edit', name: 'Edit the survey', description: 'Change questions and logic.' },
      { id: 'survey.source', name: 'Edit the source', description: 'Change the source the survey is built from.' },
    ],
    administrators: ['system-administrator'],
    ownerRoles: {},
    actions: {
      view: { right: 'users.read', relation: 'right' },
      viewFailedSignIns: { right: 'users.readFailedSignIns', relation: 'right' },
      viewAudit: { right: 'audit.read', relation: 'right' },
      edit: outranked('users.edit'),
      assign: outranked('access.assign'),
      enable: outranked('users.disable'),
      disable: outranked('users.disable'),
      reactivate: { right: 'users.reactivate', relation: 'right', notSelf: true, notSingleSignOn: true },
      messageOnReactivate: worded('users.reactivate'),
      delete: outranked('users.delete', { notProtected: true }),
      issueTemporaryPassword: outranked('passwords.issue', { notSingleSignOn: true }),
      setPassword: outranked('passwords.set', { notSingleSignOn: true }),
      sendResetLink: {
        right: 'passwords.sendResetLink',
        relation: 'right',
        notSingleSignOn: true,
        notImpersonating: true,
      },
      viewSessions: { right: 'sessions.revoke', relation: 'right' },
      revokeSessions: outranked('sessions.revoke'),
      impersonate: outranked('impersonation.start'),
      viewTokens: { right: 'apiTokens.manage', relation: 'right' },
      createToken: outranked('apiTokens.manage'),
      revokeToken: outranked('apiTokens.manage'),
      resend: { right: 'invitations.send', relation: 'right', notSelf: true, notSingleSignOn: true },
      messageOnResend: worded('invitations.send'),
      sendWelcome: { right: 'users.welcome', relation: 'right', notImpersonating: true },
      revoke: outranked('invitations.revoke'),
      unlock: { right: 'lockout.unlock', relation: 'right', notSelf: true, notSingleSignOn: true },
      messageOnUnlock: worded('lockout.unlock'),
      messageOnInvite: { right: 'invitations.send', relation: 'outranks' },
    },
  },
  onboarding: ['invitation'],
  identifier: 'email',
  username: null,
  signIn: { steps: 'email-first', providers: [] },
  organization: { from: 'email-domain', publicDomains: PUBLIC_MAIL_DOMAINS },
  fields: {
    firstName: { editableBy: 'both', requiredAtRegistration: true, requiredAtCreation: false },
    lastName: { editableBy: 'both', requiredAtRegistration: true, requiredAtCreation: false },
    displayName: { editableBy: 'nobody', requiredAtRegistration: false, requiredAtCreation: false },
    jobTitle: { editableBy: 'nobody', requiredAtRegistration: false, requiredAtCreation: false },
    phone: { editableBy: 'owner', requiredAtRegistration: false, requiredAtCreation: false },
    language: { editableBy: 'both', requiredAtRegistration: false, requiredAtCreation: false },
    timeZone: { editableBy: 'both', requiredAtRegistration: false, requiredAtCreation: false },
    muteNotifications: { editableBy: 'nobody', requiredAtRegistration: false, requiredAtCreation: false },
  },
  emailEditable: false,
  emailChange: { lifetimeHours: 2, codeMinutes: 15 },
  invitation: { lifetimeHours: 7 * 24, codeMinutes: 60, asks: ['grants', 'language', 'message'], digestBeyond: 20 },
  welcome: null,
  registration: { signsIn: true },
  password: {
    minLength: 12,
    maxLength: 256,
    minStrength: 3,
    requires: ['letter', 'digit', 'symbol'],
    edgeSpaces: true,
    history: 5,
    maxAgeDays: null,
    setByAdministrators: true,
  },
  reset: { lifetimeHours: 2, codeMinutes: 15, carriesTemporaryPassword: false },
  temporaryPassword: { lifetimeHours: 24, channels: [] },
  apiTokens: { perUser: 0, lifetimeDays: 365 },
  deletion: { self: false, protectedByDefault: false },
  containers: {},
  impersonation: { minutes: 60 },
  lockout: { threshold: 5, opensAfterMinutes: null },
  session: { idleMinutes: 60, absoluteHours: 24, confirmMinutes: 10 },
  // Eight months of 365 / 12 days.
  dormantAfterDays: 243,
  languages: ['en-GB', 'de'],
  timeZone: 'Etc/UTC',
}
