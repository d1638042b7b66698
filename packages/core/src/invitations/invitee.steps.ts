import type { Grant } from '../access/access-policy.rules.ts'
import { type CompiledAccess, powerOf } from '../access/power.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { AuditRecord } from '../audit/audit.store.ts'
import type { UserActor } from '../kernel/actor.ts'
import { authorise } from '../kernel/authorise.ts'
import { uuidv7 } from '../kernel/id.ts'
import { eventsOf } from '../outbox/event.steps.ts'
import type { Sealing } from '../outbox/outbox.steps.ts'
import type { OutboxRecord } from '../outbox/outbox.store.ts'
import type { EventSink } from '../ports/event-sink.ts'
import type { Storage, Stores } from '../ports/storage.ts'
import type { Links } from '../system/links.rules.ts'
import type { Policy } from '../system/policy.rules.ts'
import { userKeys } from '../users/identifier.rules.ts'
import { newUser } from '../users/new-user.rules.ts'
import { organizationOf } from '../users/organization.rules.ts'
import type { User, UserRecord } from '../users/user.rules.ts'
import { type PreparedInvitation, prepareInvitation, sendInvitation } from './invitation.steps.ts'

/** What became of one address. */
export interface InvitationOutcome {
  readonly email: string
  readonly verdict: 'invited' | 'invited-again' | 'email-in-use' | 'invalid'
  readonly userId: string | null
}

/** One address with everything made that must not be made inside a transaction. */
export interface Invitee {
  readonly email: string
  readonly user: User
  readonly rank: number
  /** The person as they were, when they had been invited before. */
  readonly pending: UserRecord | null
  readonly invitation: PreparedInvitation
  readonly entry: AuditRecord
  readonly events: readonly OutboxRecord[]
}

interface Tools extends Sealing {
  readonly events: EventSink | null
  readonly storage: Storage
  readonly access: CompiledAccess
  readonly policy: Policy
  readonly links: Links
}

/** Prepares the invitation of an address, or says that somebody registered has it. */
export async function prepareInvitee(
  tools: Tools,
  actor: UserActor,
  address: { readonly email: string; readonly key: string },
  about: {
    readonly grants: readonly Grant[]
    readonly language?: string | undefined
    readonly message?: string | undefined
  },
): Promise<Invitee | InvitationOutcome> {
  const { storage, access, policy, clock, random } = tools
  const { email } = address
  const now = clock.now()
  const pending = await storage.users.findByKey(address.key)
  if (pending && pending.registeredAt !== null) return { email, verdict: 'email-in-use', userId: null }
  if (pending && about.message) authorise(access, actor, 'messageOnResend', pending)

  const language = about.language ?? policy.languages[0]
  const user = pending
    ? { ...pending, grants: unite(access, pending.grants, about.grants), invitedAt: now }
    : newUser(
        {
          id: uuidv7(now, random.bytes(10)),
          email,
          language,
          timeZone: policy.timeZone,
          organization: organizationOf(email, policy.organization),
          grants: about.grants,
          protected: policy.deletion.protectedByDefault,
          invitedAt: now,
        },
        now,
      )
  const earlier = pending && (await storage.tokens.findByUser('invitation', pending.id))
  const invitation = await prepareInvitation(tools, actor, user, {
    sends: (earlier?.sends ?? 0) + 1,
    message: about.message ?? null,
    grants: user.grants,
  })
  const entry = await composeEntry(tools, actor, {
    action: 'invitations.inviteUsers',
    target: user,
    changes: { grants: [pending?.grants ?? [], user.grants] },
  })
  const events = eventsOf(tools, 'user.invited', user)
  return { email, user, rank: powerOf(access, user.grants).rank, pending, invitation, entry, events }
}

/** Stores the person, or refreshes a pending one, and sends the invitation. Somebody else may have been faster. */
export async function admit(tx: Stores, invitee: Invitee): Promise<InvitationOutcome> {
  const { email, user, rank, pending, invitation, entry, events } = invitee
  const keys = userKeys(user)
  const saved = pending
    ? await tx.users.update(user.id, pending.version, {
        fields: { invitedAt: user.invitedAt },
        keys,
        grants: { all: user.grants, rank },
      })
    : await tx.users.insert({ ...user, keys, rank })
  if (saved !== 'inserted' && saved !== 'updated') return { email, verdict: 'email-in-use', userId: null }
  await sendInvitation(tx, invitation)
  await tx.outbox.add(events)
  await tx.audit.append(entry)
  return { email, verdict: pending ? 'invited-again' : 'invited', userId: user.id }
}

/** What was given before stays; where people hold one role on the whole product, so does that one. */
function unite(access: CompiledAccess, before: readonly Grant[], added: readonly Grant[]): readonly Grant[] {
  const held = before.filter(({ source }) => source !== 'group')
  const one = access.policy.systemRolesPerUser === 'one' && held.some(({ scope }) => scope === null)
  const has = (grant: Grant) => held.some(({ role, scope }) => role === grant.role && scope === grant.scope)
  return [...held, ...added.filter((grant) => !has(grant) && !(one && grant.scope === null))]
}
