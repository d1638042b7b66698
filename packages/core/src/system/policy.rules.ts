import type { AccessPolicy } from '../access/access-policy.rules.ts'
import { escalations, escalationText, type Takeover } from '../access/escalation.rules.ts'
import type { ImpersonationPolicy } from '../impersonation/impersonation.rules.ts'
import type { LockoutPolicy } from '../lockout/lockout.rules.ts'
import type { PasswordPolicy } from '../passwords/password.rules.ts'
import type { SessionPolicy } from '../sessions/session.rules.ts'
import type { WelcomePolicy } from '../settings/welcome.rules.ts'
import type { SignInPolicy } from '../sign-in/sign-in.rules.ts'
import type { OrganizationPolicy } from '../users/organization.rules.ts'
import type { FieldRule, ProfileField } from '../users/user.rules.ts'
import type { UsernamePolicy } from '../users/username.rules.ts'

/** What the invitation dialog asks beside the address. */
export const INVITATION_ASKS = ['grants', 'language', 'message'] as const
export type InvitationAsk = (typeof INVITATION_ASKS)[number]

export const ONBOARDINGS = ['invitation', 'creation'] as const
export type Onboarding = (typeof ONBOARDINGS)[number]

/** The life of a mailed link and of the code printed beneath it. */
export interface LinkPolicy {
  readonly lifetimeHours: number
  readonly codeMinutes: number
}

/** Everything a host decides, as data. Start from a preset and override; two levels deep at most, no callbacks. */
export interface Policy {
  readonly preset: string
  readonly access: AccessPolicy
  /** How people begin: invited by their address, or set up in full by whoever administers them, one by one or by a file. */
  readonly onboarding: readonly Onboarding[]
  /** What people type to sign in. */
  readonly identifier: 'email' | 'username' | 'either'
  /** Null: nobody has a user name. */
  readonly username: UsernamePolicy | null
  readonly signIn: SignInPolicy
  readonly organization: OrganizationPolicy
  readonly fields: Readonly<Record<ProfileField, FieldRule>>
  /** Administrators may change somebody's address, which takes effect at once. */
  readonly emailEditable: boolean
  /** The mail that confirms a new address of one's own; null: addresses never change. */
  readonly emailChange: LinkPolicy | null
  readonly invitation: LinkPolicy & {
    readonly asks: readonly InvitationAsk[]
    /** Acceptance mails to one sender a day before the rest of the day's come as one. */
    readonly digestBeyond: number
  }
  /** The mail to people who were set up rather than invited; null: there is none. */
  readonly welcome: WelcomePolicy | null
  readonly registration: {
    /** Signs the person in: the link proved the address and the password was just set. */
    readonly signsIn: boolean
  }
  readonly password: PasswordPolicy
  readonly reset: LinkPolicy & {
    /** A link an administrator sends carries a temporary password beside it; either use consumes both. */
    readonly carriesTemporaryPassword: boolean
  }
  readonly temporaryPassword: {
    readonly lifetimeHours: number
    /** How an administrator may hand one over: `screen` (once), `mail`, and names of the host's own channels; none: not at all. */
    readonly channels: readonly string[]
  }
  readonly apiTokens: {
    /** At most that many at a time; 0: none. */
    readonly perUser: number
    readonly lifetimeDays: number
  }
  readonly deletion: {
    /** People may delete themselves. */
    readonly self: boolean
    /** People begin guarded against deletion. */
    readonly protectedByDefault: boolean
  }
  /** Resource type → the type of what contains it, such as an instance's app. What contains others carries no roles. */
  readonly containers: Readonly<Record<string, string>>
  readonly impersonation: ImpersonationPolicy | null
  readonly lockout: LockoutPolicy
  readonly session: SessionPolicy
  /** Days unused after which somebody counts as dormant; null: never. */
  readonly dormantAfterDays: number | null
  /** BCP 47, the first is the default. */
  readonly languages: readonly [string, ...string[]]
  /** IANA. */
  readonly timeZone: string
}

/** What is wrong with a policy, in sentences; start-up refuses it unless this is empty. */
export function policyProblems(policy: Policy): string[] {
  const { systemRoles, scopedRoles, administrators } = policy.access
  const problems: string[] = []
  const scoped = new Map(scopedRoles.map((role) => [role.id, role]))
  const known = new Map([...systemRoles, ...scopedRoles].map((role) => [role.id, role]))
  if (known.size !== systemRoles.length + scopedRoles.length) problems.push('Two roles share an id.')
  for (const role of known.values()) {
    for (const id of role.mayGrant) {
      if (!known.has(id)) problems.push(`Role ${role.id} may grant ${id}, which does not exist.`)
      else if (scoped.has(role.id) && !scoped.has(id)) {
        problems.push(`Role ${role.id} is held on a resource but may grant ${id}, which counts everywhere.`)
      }
    }
  }
  for (const { id, reach = {}, visibility } of systemRoles) {
    for (const [type, reached] of Object.entries(reach)) {
      if (scoped.get(reached)?.resourceType !== type || policy.access.ownerRoles[type] === reached) {
        problems.push(`Role ${id} reaches every ${type} as ${reached}, which is no role there, or its owner's.`)
      }
      if (visibility !== 'all') problems.push(`Role ${id} reaches every ${type}, so it must see everybody.`)
    }
  }
  const { defaultRole } = policy.access
  if (defaultRole !== null && (!known.has(defaultRole) || scoped.has(defaultRole))) {
    problems.push(`Default role ${defaultRole} is no system role.`)
  }
  if (problems.length === 0) problems.push(...escalations(policy.access, takeoversOf(policy)).map(escalationText))
  for (const id of administrators) {
    if (!known.has(id) || scoped.has(id)) problems.push(`Administrator role ${id} is no system role.`)
  }
  for (const [type, id] of Object.entries(policy.access.ownerRoles)) {
    if (scoped.get(id)?.resourceType !== type)
      problems.push(`Owner role ${id} is no role held on resources of type ${type}.`)
  }
  if (administrators.length === 0) problems.push('No role is an administrator.')
  const positive: readonly (readonly [string, number | null])[] = [
    ['lockout.threshold', policy.lockout.threshold],
    ['lockout.opensAfterMinutes', policy.lockout.opensAfterMinutes],
    ['invitation.lifetimeHours', policy.invitation.lifetimeHours],
    ['invitation.codeMinutes', policy.invitation.codeMinutes],
    ['reset.lifetimeHours', policy.reset.lifetimeHours],
    ['reset.codeMinutes', policy.reset.codeMinutes],
    ['session.idleMinutes', policy.session.idleMinutes],
    ['session.absoluteHours', policy.session.absoluteHours],
    ['session.confirmMinutes', policy.session.confirmMinutes],
    ['temporaryPassword.lifetimeHours', policy.temporaryPassword.lifetimeHours],
    ['apiTokens.lifetimeDays', policy.apiTokens.lifetimeDays],
    ['dormantAfterDays', policy.dormantAfterDays],
    ['password.maxAgeDays', policy.password.maxAgeDays],
    ['emailChange.lifetimeHours', policy.emailChange?.lifetimeHours ?? null],
    ['emailChange.codeMinutes', policy.emailChange?.codeMinutes ?? null],
    ['welcome.lifetimeHours', policy.welcome?.lifetimeHours ?? null],
    ['welcome.codeMinutes', policy.welcome?.codeMinutes ?? null],
    ['impersonation.minutes', policy.impersonation?.minutes ?? null],
  ]
  for (const { id, domains, creates, takesOver, grants } of policy.signIn.providers) {
    if ((creates || takesOver) && domains.length === 0) {
      problems.push(`Provider ${id} admits people by their address, so it must list the domains its word counts for.`)
    }
    for (const role of grants?.mayGrant ?? []) {
      if (!known.has(role) || scoped.has(role))
        problems.push(`Provider ${id} may grant ${role}, which is no system role.`)
    }
  }
  if (policy.onboarding.length === 0) problems.push('Nobody could ever join: onboarding is empty.')
  if (policy.identifier === 'username' && policy.username === null) {
    problems.push('People sign in by a user name, but nobody has one.')
  }
  for (const [type, container] of Object.entries(policy.containers)) {
    if (scopedRoles.every(({ resourceType }) => resourceType !== type)) {
      problems.push(`No role is held on resources of type ${type}, which ${container} contains.`)
    }
    if (scopedRoles.some(({ resourceType }) => resourceType === container)) {
      problems.push(`Resources of type ${container} contain others, so no role is held on them.`)
    }
  }
  for (const [name, value] of positive) {
    if (value !== null && !(value > 0)) problems.push(`${name} must be above 0.`)
  }
  if (policy.password.minLength < 8) problems.push('password.minLength must be at least 8.')
  if (policy.password.maxLength < 64) problems.push('password.maxLength must be at least 64.')
  return problems
}

/** The ways this policy leaves to go on as somebody else. */
function takeoversOf(policy: Policy): Takeover[] {
  const { emailEditable, temporaryPassword, password, apiTokens, impersonation } = policy
  const open: Readonly<Record<Takeover, boolean>> = {
    // Whose address one may choose, their reset link one may read.
    edit: emailEditable,
    issueTemporaryPassword: temporaryPassword.channels.length > 0,
    setPassword: password.setByAdministrators,
    createToken: apiTokens.perUser > 0,
    impersonate: impersonation !== null,
  }
  return (Object.keys(open) as Takeover[]).filter((by) => open[by])
}
