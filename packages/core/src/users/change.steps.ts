import type { Grant } from '../access/access-policy.rules.ts'
import { keepingAdministrator } from '../access/administrator.steps.ts'
import { powerOf } from '../access/power.rules.ts'
import { differences } from '../audit/audit.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { AuditRecord } from '../audit/audit.store.ts'
import type { KnownActor } from '../kernel/actor.ts'
import { isoOf } from '../kernel/instant.ts'
import { eventsOf } from '../outbox/event.steps.ts'
import { composeMail } from '../outbox/outbox.steps.ts'
import type { OutboxRecord } from '../outbox/outbox.store.ts'
import type { EventSink, EventType } from '../ports/event-sink.ts'
import type { Stores } from '../ports/storage.ts'
import { reportOwnerless, solelyOwned } from '../resources/ownerless.steps.ts'
import type { SettingsRecord } from '../settings/settings.store.ts'
import { PENDING } from '../tokens/token.rules.ts'
import { requireBelonging } from './belonging.steps.ts'
import { organizationOf } from './organization.rules.ts'
import type { User, UserRecord } from './user.rules.ts'
import { type Presenting, saveUser } from './user.steps.ts'
import type { UserChanges } from './user.store.ts'
import { type PreparedWelcome, sendWelcome, type WelcomeTools, welcomeAfter } from './welcome.steps.ts'

/** What setting up or changing an account needs. */
export interface AccountTools extends WelcomeTools, Presenting {
  readonly events: EventSink | null
}

/** What becomes of somebody who is there already, however it was asked for. */
export interface Change {
  /** What the audit calls it. */
  readonly action: string
  readonly fields: UserChanges['fields']
  /** All of them, those of other sources included; absent: unchanged. */
  readonly grants?: readonly Grant[]
  /** What the host is told of. */
  readonly event: EventType
}

/** A change with everything made that must not be made inside a transaction. */
export interface PreparedChange {
  readonly user: UserRecord
  readonly fields: UserChanges['fields']
  readonly grants: readonly Grant[] | undefined
  readonly entry: AuditRecord
  readonly mails: readonly OutboxRecord[]
  readonly welcome: PreparedWelcome | null
}

/**
 * What a change makes of somebody, with the organization that follows from another address. Refuses what another address
 * or organization would give beyond the caller's own.
 */
export async function decideChange(
  effects: AccountTools,
  actor: KnownActor,
  user: UserRecord,
  { fields: asked, grants = user.grants }: Pick<Change, 'fields' | 'grants'>,
): Promise<{ readonly fields: UserChanges['fields']; readonly changed: User }> {
  const { policy } = effects
  const follows = asked.email !== undefined && asked.email !== user.email && policy.organization.from === 'email-domain'
  const fields = follows ? { ...asked, organization: organizationOf(asked.email, policy.organization) } : asked
  const changed: User = { ...user, ...fields, grants }
  await requireBelonging(effects, actor, user, changed)
  return { fields, changed }
}

/** Composes what a change brings with it: its entry, its events, notices, and the welcome where one is due. */
export async function prepareChange(
  effects: AccountTools,
  actor: KnownActor,
  user: UserRecord,
  { action, fields: asked, grants, event }: Change,
  settings?: SettingsRecord,
): Promise<PreparedChange> {
  const { clock } = effects
  const { fields, changed } = await decideChange(effects, actor, user, { fields: asked, ...(grants ? { grants } : {}) })
  const moves = changed.email !== user.email
  const told = {
    ...(fields.registeredAt == null ? {} : { registeredAt: [null, isoOf(fields.registeredAt)] as const }),
    ...(grants ? { grants: [user.grants, grants] as const } : {}),
  }
  const entry = await composeEntry(effects, actor, {
    action,
    target: user,
    changes: { ...differences<User>(user, fields), ...told },
  })
  const data = { from: user.email, to: changed.email, at: clock.now() }
  const addressed = moves ? [user, changed] : []
  const notices = addressed.map((to) => composeMail(effects, to, { template: 'email-changed', data }))
  const mails = [...(await Promise.all(notices)), ...eventsOf(effects, event, changed)]
  return { user, fields, grants, entry, mails, welcome: await welcomeAfter(effects, user, changed, settings) }
}

/**
 * Writes a prepared change at the version the caller saw. Whoever is switched off loses sessions, tokens and links; whoever
 * signs in another way, or has another address, loses what the old one gave; resources left without an owner are reported.
 */
export async function applyChange(
  tx: Stores,
  effects: AccountTools,
  actor: KnownActor,
  { user, fields, grants, entry, mails, welcome }: PreparedChange,
  version: number,
): Promise<UserRecord> {
  const { access } = effects
  const off = user.enabled && fields.enabled === false
  const { kind, provider } = fields.authentication ?? user.authentication
  const switched = kind !== user.authentication.kind || provider !== user.authentication.provider
  const moved = fields.email !== undefined && fields.email !== user.email
  const owned = off || grants ? await solelyOwned(tx, access, user) : []
  const held = grants && { grants: { all: grants, rank: powerOf(access, grants).rank } }
  const saved = await saveUser(tx, effects, actor, user, version, { fields, ...held })
  if (off || switched) await tx.sessions.endAll(user.id, null)
  if (off) await tx.apiTokens.revokeAll(user.id)
  if (off || switched || moved) for (const pending of PENDING) await tx.tokens.revoke(pending, user.id)
  if (switched || moved) await tx.tokens.revoke('invitation', user.id)
  await tx.audit.append(entry)
  const still = new Set(off ? [] : (await solelyOwned(tx, access, saved)).map(({ id }) => id))
  const resources = owned.filter(({ id }) => !still.has(id))
  const because = off ? 'disabled' : 'grants-changed'
  await reportOwnerless(tx, effects, { id: entry.id, person: user, because, resources })
  if (welcome) await sendWelcome(tx, welcome)
  await tx.outbox.add(mails)
  // A new link changes what is shown of them.
  return welcome?.token || moved || switched ? ((await tx.users.find(user.id)) ?? saved) : saved
}

/** Prepares and writes a change of one person, whatever it may take away, and lets the delivery know. */
export async function change(
  effects: AccountTools & { readonly nudge: () => void },
  actor: KnownActor,
  user: UserRecord,
  version: number,
  what: Change,
): Promise<UserRecord> {
  const prepared = await prepareChange(effects, actor, user, what)
  const saved = await keepingAdministrator(effects, user, (tx) => applyChange(tx, effects, actor, prepared, version))
  effects.nudge()
  return saved
}
