import { uuidv7 } from '../kernel/id.ts'
import type { Keyring } from '../kernel/keyring.ts'
import type { Clock } from '../ports/clock.ts'
import type { Cryptography } from '../ports/cryptography.ts'
import type { Envelope, Mail } from '../ports/mailer.ts'
import type { Random } from '../ports/random.ts'
import { nameOf, type User } from '../users/user.rules.ts'
import type { OutboxRecord } from './outbox.store.ts'

/** What composing a mail needs. */
export interface Sealing {
  readonly cryptography: Cryptography
  readonly keys: Keyring
  readonly random: Random
  readonly clock: Clock
}

/** What an outbox row's `content` holds, as JSON. */
export interface MailContent {
  readonly envelope: Envelope
  readonly mail: { readonly template: Mail['template']; readonly data: Mail['data'] }
}

/** A fresh outbox id, where something else must name the mail before it is composed. */
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
  const now = sealing.clock.now()
  const id = when.id ?? newMailId(sealing)
  const name = nameOf(to)
  const content: MailContent = {
    envelope: {
      id,
      to: { address: to.email, name: name === to.email ? null : name },
      language: to.language,
      timeZone: to.timeZone,
    },
    mail: { template: mail.template, data: mail.data },
  }
  return {
    id,
    userId: to.id,
    template: mail.template,
    content: JSON.stringify(content),
    sealed: 'credential' in mail ? await seal(sealing, id, mail.credential) : null,
    createdAt: now,
    dueAt: when.dueAt ?? now,
    expiresAt: when.expiresAt ?? null,
  }
}

/** The mail behind an outbox row. Rejects when no secret of the host opens its credential. */
export async function openMail(
  sealing: Pick<Sealing, 'cryptography' | 'keys'>,
  row: OutboxRecord,
): Promise<{ readonly envelope: Envelope; readonly mail: Mail }> {
  const { envelope, mail } = JSON.parse(row.content) as MailContent
  if (row.sealed === null) return { envelope, mail: mail as Mail }
  for (const key of await sealing.keys.all('outbox')) {
    try {
      const credential = await sealing.cryptography.open(key, row.sealed, row.id)
      return { envelope, mail: { ...mail, credential: JSON.parse(credential) } as Mail }
    } catch {
      // Sealed under another of the host's secrets, or tampered with: the next key tells.
    }
  }
  throw new Error('Rollcall: no secret opens the credential of this mail')
}

async function seal({ cryptography, keys }: Sealing, id: string, credential: unknown): Promise<string> {
  return cryptography.seal(await keys.current('outbox'), JSON.stringify(credential), id)
}
