import type { Sight } from '../access/access.rules.ts'

/** Somebody in an audit entry: the id and what they were called then. */
export interface AuditParty {
  readonly id: string
  readonly name: string
}

/** Who did what to whom. Written in the transaction of the change itself. */
export interface AuditRecord {
  readonly id: string
  readonly at: number
  /** The operation, as in `lockout.unlockUser`. */
  readonly action: string
  /** Who really sat at the keyboard; null for visitors. `system` ids name a command or the worker. */
  readonly real: AuditParty | null
  /** As whom it was done; differs from `real` only while impersonating. */
  readonly effective: AuditParty | null
  readonly target: AuditParty | null
  /** Field → old and new value, secrets redacted. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly reason: string | null
  readonly address: string | null
  /** HMAC over all the above; finds an edited entry before it is sealed. */
  readonly mac: string
}

/** A link of the chain over committed entries. */
export interface SealRecord {
  /** 1, 2, 3, …; two sealers collide on it and one gives up. */
  readonly number: number
  /** Hash of the seal before; of nothing for the first. */
  readonly previous: string
  /** Digest over the batch's entries in order. */
  readonly root: string
  readonly count: number
  readonly at: number
  /** MAC over number, previous, root, count and time: whoever rewrites a seal needs the host's secret. */
  readonly hash: string
}

/** What a list of entries narrows by; null or empty: all. */
export interface AuditFilter {
  /** Only entries whose target, or without one whose actor, is inside; the trail of people who are gone is for those who see all. */
  readonly sight: Sight
  /** About or by that person. */
  readonly userId: string | null
  readonly actions: readonly string[]
  /** At that instant or after. */
  readonly from: number | null
  /** Before that instant. */
  readonly until: number | null
  /** Done while acting as somebody else. */
  readonly impersonated: boolean
}

export interface AuditStore {
  append(entry: AuditRecord): Promise<void>
  /** Entries no seal covers yet, oldest first by time and id. */
  unsealed(limit: number): Promise<readonly AuditRecord[]>
  /** The newest seal; null before the first. */
  lastSeal(): Promise<SealRecord | null>
  /** Stores the seal over exactly these entries. False, changing nothing, when its number is taken or one is sealed already. */
  seal(seal: SealRecord, entryIds: readonly string[]): Promise<boolean>
  /** Seals after that number, ascending, with the entries of each in their order. */
  sealed(
    after: number,
    limit: number,
  ): Promise<readonly { readonly seal: SealRecord; readonly entries: readonly AuditRecord[] }[]>
  /** Entries that match, newest first by time and id, after that place; sealed and unsealed alike. */
  list(
    filter: AuditFilter,
    after: { readonly at: number; readonly id: string } | null,
    limit: number,
  ): Promise<readonly AuditRecord[]>
  /** How many entries no seal covers yet. */
  countUnsealed(): Promise<number>
}
