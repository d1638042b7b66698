import type { Actor, Principal } from '../kernel/actor.ts'
import { uuidv7 } from '../kernel/id.ts'
import type { Keyring } from '../kernel/keyring.ts'
import type { Clock } from '../ports/clock.ts'
import type { Cryptography } from '../ports/cryptography.ts'
import type { Random } from '../ports/random.ts'
import { nameOf, type User } from '../users/user.rules.ts'
import { entryText } from './audit.rules.ts'
import type { AuditParty, AuditRecord } from './audit.store.ts'

/** What writing an entry needs. */
export interface Auditing {
  readonly cryptography: Cryptography
  readonly keys: Keyring
  readonly random: Random
  readonly clock: Clock
}

export interface AuditedChange {
  readonly action: string
  /** A person, or something else by id and name; null: nothing in particular. */
  readonly target: User | AuditParty | null
  /** Whom a visitor proved to be in this very call: by a password, or by a link mailed to them. */
  readonly proved?: User
  readonly changes?: AuditRecord['changes']
  readonly reason?: string
}

/** An entry about a change, to be appended in its transaction. Secrets must be redacted by the caller. */
export async function composeEntry(auditing: Auditing, actor: Actor, change: AuditedChange): Promise<AuditRecord> {
  const { clock, random, cryptography, keys } = auditing
  const at = clock.now()
  const entry = {
    id: uuidv7(at, random.bytes(10)),
    at,
    action: change.action,
    real: partyOf(actor, 'real', change.proved),
    effective: partyOf(actor, 'effective', change.proved),
    target: change.target && named(change.target),
    changes: change.changes ?? {},
    reason: change.reason ?? null,
    address: actor.client.address,
  }
  return { ...entry, mac: await cryptography.mac(await keys.current('audit'), entryText(entry)) }
}

function partyOf(actor: Actor, side: 'real' | 'effective', proved: User | undefined): AuditParty | null {
  if (actor.kind === 'anonymous') return proved ? named(proved) : null
  if (actor.kind === 'system') return { id: 'system', name: actor.name }
  const principal: Principal = actor[side]
  return named(principal.user)
}

function named(one: User | AuditParty): AuditParty {
  return { id: one.id, name: 'email' in one ? nameOf(one) : one.name }
}
