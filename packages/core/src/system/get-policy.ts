import { mayGrant } from '../access/access.rules.ts'
import type { Effects, UseCase } from '../effects.ts'
import type { Actor } from '../kernel/actor.ts'
import { PROFILE_FIELDS } from '../users/user.rules.ts'
import { isAdministratorsToEdit } from '../users/user.steps.ts'
import type { systemContract } from './system.contract.ts'

/** A resource nobody has anything on: what may be granted there may be granted everywhere. */
const ANYWHERE = ''

/** What forms need to know, so that none hard-codes it; roles and limits only for people who are signed in. */
export const getPolicy: UseCase<typeof systemContract.getPolicy> = (effects) => async (actor) => {
  const { policy } = effects
  const shown = PROFILE_FIELDS.filter((field) => policy.fields[field].editableBy !== 'nobody')
  const own = shown.filter((field) => policy.fields[field].editableBy !== 'administrator')
  return {
    identifier: policy.identifier,
    emailChange: policy.emailChange !== null,
    signIn: {
      steps: policy.signIn.steps,
      providers: policy.signIn.providers
        .filter(({ offered }) => offered)
        .map(({ id, name, startUrl }) => ({ id, name, startUrl })),
    },
    password: { ...policy.password, requires: [...policy.password.requires] },
    reset: policy.reset,
    apiTokens: policy.apiTokens,
    languages: [...policy.languages],
    registrationFields: Object.fromEntries(own.map((field) => [field, policy.fields[field].requiredAtRegistration])),
    administration: actor.kind === 'anonymous' ? null : administration(effects, actor),
  }
}

function administration({ policy, access, attributes }: Effects, actor: Exclude<Actor, { kind: 'anonymous' }>) {
  const may = (role: string, scope: string | null) => {
    return actor.kind === 'system' || mayGrant(access, actor.effective.power, { role, scope })
  }
  const { systemRoles, scopedRoles } = policy.access
  const { asks, lifetimeHours } = policy.invitation
  return {
    roles: [
      ...systemRoles.map(({ id, name, description, rank }) => {
        return { id, name, description, rank, resourceType: null, mayGrant: may(id, null) }
      }),
      ...scopedRoles.map(({ id, name, description, resourceType }) => {
        return { id, name, description, rank: null, resourceType, mayGrant: may(id, ANYWHERE) }
      }),
    ],
    onboarding: [...policy.onboarding],
    creationFields: Object.fromEntries(
      PROFILE_FIELDS.filter((field) => isAdministratorsToEdit(policy, field)).map((field) => {
        return [field, policy.fields[field].requiredAtCreation]
      }),
    ),
    username: policy.username,
    protectedByDefault: policy.deletion.protectedByDefault,
    timeZone: policy.timeZone,
    providers: policy.signIn.providers.map(({ id, name }) => ({ id, name })),
    welcome: policy.welcome && { lifetimeHours: policy.welcome.lifetimeHours },
    containers: policy.containers,
    attributes: Object.entries(attributes).map(([key, { choices, ...one }]) => {
      return { key, ...one, choices: choices ? [...choices] : null }
    }),
    invitation: { asks: [...asks], lifetimeHours },
    temporaryPassword: { ...policy.temporaryPassword, channels: [...policy.temporaryPassword.channels] },
    reset: { carriesTemporaryPassword: policy.reset.carriesTemporaryPassword },
    lockout: policy.lockout,
    impersonation: policy.impersonation,
    dormantAfterDays: policy.dormantAfterDays,
    systemRolesPerUser: policy.access.systemRolesPerUser,
    defaultRole: policy.access.defaultRole,
  }
}
