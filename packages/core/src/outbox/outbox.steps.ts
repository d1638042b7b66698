import { uuidv7 } from '../kernel/id.ts'
import type { Keyring } from '../kernel/keyring.ts'
import type { Clock } from '../ports/clock.ts'
import type { Cryptography } from '../ports/cryptography.ts'
import type { EventType, RollcallEvent } from '../ports/event-sink.ts'
import type { Envelope, Mail } from '../ports/mailer.ts'
import type { Random } from '../ports/random.ts'
import type { SecretMessage } from '../ports/secret-channel.ts'
import { nameOf, type User } from '../users/user.rules.ts'
import type { OutboxRecord } from './outbox.store.ts'

/** What composing needs. */
export interface Sealing {
  readonly cryptography: Cryptography
  readonly keys: Keyring
  readonly random: Random
  readonly clock: Clock
}

/** What an outbox row stands for, once opened. */
export type Outgoing =
  | { readonly kind: 'mail'; readonly envelope: Envelope; readonly mail: Mail }
  | { readonly kind: 'secret'; readonly channel: string; readonly message: SecretMessage }
  | { readonly kind: 'event'; readonly event: RollcallEvent }

/** The same without its credential, as the row's `content` holds it in JSON. */
export type Stored =
  | {
      readonly kind: 'mail'
      readonly envelope: Envelope
      readonly mail: { readonly template: Mail['template']; readonly data: Mail['data'] }
    }
  | { readonly kind: 'secret'; readonly channel: string; readonly message: Omit<SecretMessage, 'password'> }
  | { readonly kind: 'event'; readonly event: RollcallEvent }

/** A fresh outbox id, where something else must name the row before it is composed. */
export function newMailId({ random, clock }: Pick<Sealing, 'random' | 'clock'>): string {
  return uuidv7(clock.now(), random.bytes(10))
}

/** A mail to somebody, ready to be queued in the transaction of its change; a credential inside is sealed. */
export async function composeMail(
  sealing: Sealing,
  to: User,
  mail: Mail,
  when: { readonly id?: string; readonly dueAt?: number; readonly expiresAt?: number } = {},
): Promise<OutboxRecord> {
  const id = when.id ?? newMailId(sealing)
  const name = nameOf(to)
  const envelope: Envelope = {
    id,
    to: { address: to.email, name: name === to.email ? null : name },
    language: to.language,
    timeZone: to.timeZone,
  }
  const stored: Stored = { kind: 'mail', envelope, mail: { template: mail.template, data: mail.data } }
  const sealed = 'credential' in mail && mail.credential ? await seal(sealing, id, mail.credential) : null
  return { ...row(sealing, id, to, mail.template, stored), ...when, id, sealed }
}

/** A temporary password over one of the host's channels. */
export async function composeSecret(
  sealing: Sealing,
  to: User,
  channel: string,
  secret: { readonly password: string; readonly expiresAt: number },
): Promise<OutboxRecord> {
  const id = newMailId(sealing)
  const { expiresAt, password } = secret
  const person = { name: nameOf(to), email: to.email, phone: to.phone }
  const stored: Stored = { kind: 'secret', channel, message: { id, to: person, language: to.language, expiresAt } }
  const sealed = await seal(sealing, id, { password })
  return { ...row(sealing, id, to, 'temporary-password', stored), sealed, expiresAt }
}

/** An event for the host's sink. */
export function composeEvent(sealing: Pick<Sealing, 'random' | 'clock'>, type: EventType, user: User): OutboxRecord {
  const id = newMailId(sealing)
  const event: RollcallEvent = { id, type, at: sealing.clock.now(), userId: user.id, email: user.email }
  return row(sealing, id, user, 'event', { kind: 'event', event })
}

/** What an outbox row stands for. Rejects when no secret of the host opens its credential. */
export async function openOutgoing(
  sealing: Pick<Sealing, 'cryptography' | 'keys'>,
  record: OutboxRecord,
): Promise<Outgoing> {
  const stored = JSON.parse(record.content) as Stored
  if (record.sealed === null) return stored as Outgoing
  const credential = await unseal(sealing, record.id, record.sealed)
  if (stored.kind === 'secret') return { ...stored, message: { ...stored.message, ...credential } } as Outgoing
  return { ...stored, mail: { ...(stored.kind === 'mail' ? stored.mail : {}), credential } } as Outgoing
}

function row({ clock }: Pick<Sealing, 'clock'>, id: string, to: User, template: string, stored: Stored): OutboxRecord {
  const now = clock.now()
  const content = JSON.stringify(stored)
  return { id, userId: to.id, template, content, sealed: null, createdAt: now, dueAt: now, expiresAt: null }
}

async function seal({ cryptography, keys }: Sealing, id: string, credential: unknown): Promise<string> {
  return cryptography.seal(await keys.current('outbox'), JSON.stringify(credential), id)
}

async function unseal(
  { cryptography, keys }: Pick<Sealing, 'cryptography' | 'keys'>,
  id: string,
  sealed: string,
): Promise<object> {
  for (const key of await keys.all('outbox')) {
    try {
      return JSON.parse(await cryptography.open(key, sealed, id)) as object
    } catch {
      // Sealed under another of the host's secrets, or tampered with: the next key tells.
    }
  }
  throw new Error('Rollcall: no secret opens the credential of this mail')
}
