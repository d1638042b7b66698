import { mayChangeGrants, sightOf } from '../access/access.rules.ts'
import type { Grant } from '../access/access-policy.rules.ts'
import { isRoleCountRight, withDefaultRole } from '../access/default-role.rules.ts'
import { powerOf } from '../access/power.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { AuditRecord } from '../audit/audit.store.ts'
import { type KnownActor, subjectOf } from '../kernel/actor.ts'
import { authorise, requireRight } from '../kernel/authorise.ts'
import { uuidv7 } from '../kernel/id.ts'
import { isoOf } from '../kernel/instant.ts'
import { refuse } from '../kernel/refusals.ts'
import { eventsOf } from '../outbox/event.steps.ts'
import type { OutboxRecord } from '../outbox/outbox.store.ts'
import type { Stores } from '../ports/storage.ts'
import type { SettingsRecord } from '../settings/settings.store.ts'
import {
  type AccountRules,
  accountFieldsOf,
  accountProblems,
  foreignFields,
  type GivenAccount,
} from './account.rules.ts'
import { requireOrganization } from './belonging.steps.ts'
import type { AccountTools, Change } from './change.steps.ts'
import { userKeys } from './identifier.rules.ts'
import { newUser } from './new-user.rules.ts'
import { organizationOf } from './organization.rules.ts'
import { allCoded, emptiedFields } from './profile.steps.ts'
import type { User, UserRecord } from './user.rules.ts'
import type { IdentifierConflict } from './user.store.ts'
import { type PreparedWelcome, sendWelcome, welcomeAfter } from './welcome.steps.ts'

/** An account as it was asked for, on screen or in a row of a file. */
export interface AskedAccount extends GivenAccount {
  /** The host's own id for somebody new. */
  readonly id?: string | undefined
  /** Roles given directly, on the whole product and on resources: all of them. */
  readonly grants?: readonly Pick<Grant, 'role' | 'scope'>[] | undefined
}

type Through = AccountRules['through']

/** What an edit by somebody who may edit that person amounts to; refuses what else they may not, with all that is wrong. */
export function decideEdit(
  effects: AccountTools,
  actor: KnownActor,
  user: UserRecord,
  { grants: asked, ...given }: AskedAccount,
  through: Through,
): Pick<Change, 'fields' | 'grants'> {
  const { access } = effects
  const fields = fieldsOf(effects, actor, user, given, through)
  const { enabled = user.enabled } = fields
  if (enabled !== user.enabled) authorise(access, actor, enabled ? 'enable' : 'disable', user)
  const grants = grantsAfter(effects, user, fields, asked)
  if (sameGrants(user.grants, grants)) return { fields }
  if (asked) authorise(access, actor, 'assign', user)
  requireGrants(effects, actor, user.grants, grants)
  return { fields, grants }
}

/** Who is about to be created, once it is settled that the caller may; refuses with everything that is wrong. */
export function decideCreation(
  effects: AccountTools,
  actor: KnownActor,
  { id, grants: asked = [], ...given }: AskedAccount,
  through: Through,
): User {
  const { policy, access, clock, random } = effects
  requireRight(access, actor, 'users.create')
  if (actor.kind === 'user' && !policy.onboarding.includes('creation')) {
    refuse('not-allowed', { reason: 'disabled-by-policy' })
  }
  if (id !== undefined && actor.kind === 'user') refuse('invalid-input', { fields: { id: 'unknown-key' } })
  const fields = fieldsOf(effects, actor, null, given, through)
  const grants = withDefaultRole(access, directly(asked))
  requireGrants(effects, actor, [], grants)

  const now = clock.now()
  const own =
    actor.kind === 'user' && sightOf(access, subjectOf(actor)).kind === 'some' ? subjectOf(actor).organization : null
  const { email = '', organization = own, language = policy.languages[0], timeZone = policy.timeZone } = fields
  const user = newUser(
    {
      protected: policy.deletion.protectedByDefault,
      ...fields,
      id: id ?? uuidv7(now, random.bytes(10)),
      email,
      language,
      timeZone,
      grants,
      // Whoever a host that signs people in sets up has an account with it.
      registeredAt: policy.signIn.host && actor.kind === 'system' ? now : null,
      organization: policy.organization.from === 'host' ? organization : organizationOf(email, policy.organization),
    },
    now,
  )
  if (policy.organization.from === 'host') requireOrganization(effects, actor, own, user.organization)
  return user
}

/** Somebody new with everything made that must not be made inside a transaction. */
export interface PreparedCreation {
  readonly user: User
  readonly rank: number
  readonly entry: AuditRecord
  readonly events: readonly OutboxRecord[]
  readonly welcome: PreparedWelcome | null
}

/** Composes what a creation brings with it: its entry, its events, and the welcome where one is due. */
export async function prepareCreation(
  effects: AccountTools,
  actor: KnownActor,
  user: User,
  action: string,
  settings?: SettingsRecord,
): Promise<PreparedCreation> {
  const { email, username, enabled, grants, registeredAt } = user
  const entry = await composeEntry(effects, actor, {
    action,
    target: user,
    changes: {
      email: [null, email],
      ...(username === null ? {} : { username: [null, username] as const }),
      enabled: [null, enabled],
      grants: [[], grants],
      ...(registeredAt === null ? {} : { registeredAt: [null, isoOf(registeredAt)] as const }),
    },
  })
  const welcome = await welcomeAfter(effects, null, user, settings)
  const { rank } = powerOf(effects.access, grants)
  const registered = registeredAt === null ? [] : eventsOf(effects, 'user.registered', user)
  return { user, rank, entry, events: [...eventsOf(effects, 'user.created', user), ...registered], welcome }
}

/** Stores somebody new, with their welcome; or says which identifier is taken, and has written nothing. */
export async function admitCreation(
  tx: Stores,
  { user, rank, entry, events, welcome }: PreparedCreation,
): Promise<'inserted' | IdentifierConflict> {
  const outcome = await tx.users.insert({ ...user, keys: userKeys(user), rank })
  if (outcome !== 'inserted') return outcome
  await tx.audit.append(entry)
  if (welcome) await sendWelcome(tx, welcome)
  await tx.outbox.add(events)
  return outcome
}

function fieldsOf(
  { policy, attributes }: Pick<AccountTools, 'policy' | 'attributes'>,
  actor: KnownActor,
  before: User | null,
  given: GivenAccount,
  asked: Through,
) {
  const through = actor.kind === 'system' ? 'file' : asked
  const rules = { policy, attributes, through }
  const foreign = actor.kind === 'system' ? null : foreignFields(rules, before, given)
  if (foreign) refuse('not-allowed', { reason: foreign.reason, fields: allCoded(foreign.fields, 'invalid') })
  const fields = accountFieldsOf(policy, before, given)
  const emptied = before && before.registeredAt !== null ? emptiedFields(policy, fields) : []
  const problems = { ...allCoded(emptied, 'required'), ...accountProblems(rules, before, given, fields) }
  if (Object.keys(problems).length > 0) refuse('invalid-input', { fields: problems })
  return fields
}

/** Theirs after an edit: those asked for in place of the direct ones, and what a provider gave only as long as they are its. */
function grantsAfter(
  { policy, access }: Pick<AccountTools, 'policy' | 'access'>,
  user: User,
  { authentication = user.authentication }: Partial<User>,
  asked: AskedAccount['grants'],
): readonly Grant[] {
  const leaves = authentication.provider !== user.authentication.provider
  const kept = user.grants.filter(({ source }) => source !== 'direct' && !(leaves && source === 'provider'))
  if (!asked) {
    const direct = user.grants.filter(({ source }) => source === 'direct')
    return leaves ? withDefaultRole(access, [...kept, ...direct]) : user.grants
  }
  const given = asked.length > 0 || policy.access.defaultRole === null
  return [...kept, ...(given ? directly(asked) : withDefaultRole(access, []))]
}

/** Known roles, each where its kind is held, as many as the policy says, and all within the caller's ceiling. */
function requireGrants(
  { access }: AccountTools,
  actor: KnownActor,
  before: readonly Grant[],
  after: readonly Grant[],
): void {
  const misplaced = after.some(
    ({ role, scope }) => !access.powerOfRole(role) || access.isScoped(role) !== (scope !== null),
  )
  if (misplaced || !isRoleCountRight(access, after)) refuse('invalid-input', { fields: { grants: 'invalid' } })
  if (actor.kind === 'user' && !mayChangeGrants(access, actor.effective.power, before, after)) {
    refuse('not-allowed', { reason: 'not-covered' })
  }
}

function directly(grants: readonly Pick<Grant, 'role' | 'scope'>[]): Grant[] {
  const unique = new Map(
    grants.map(({ role, scope }) => [keyOf({ role, scope }), { role, scope, source: 'direct' as const }]),
  )
  return [...unique.values()]
}

/** Whether these are the same roles from the same sources. */
export function sameGrants(before: readonly Grant[], after: readonly Grant[]): boolean {
  const [old, next] = [before, after].map((grants) => grants.map((one) => `${keyOf(one)} ${one.source}`).sort())
  return JSON.stringify(old) === JSON.stringify(next)
}

function keyOf({ role, scope }: Pick<Grant, 'role' | 'scope'>): string {
  return `${role} ${scope ?? ''}`
}
