import type { Effects } from '../effects.ts'
import type { KnownActor } from '../kernel/actor.ts'
import { composeEntry } from './audit.steps.ts'
import type { AuditParty, AuditRecord } from './audit.store.ts'

/** Something the host did, for the same audit. */
export interface HostAction {
  /** The host's own name for it, as in `surveys.publish`. */
  readonly action: string
  readonly target?: AuditParty
  /** Field → old and new value; secrets are the host's to leave out. */
  readonly changes?: AuditRecord['changes']
  readonly reason?: string
}

/** Writes down what the host did, with both identities while somebody acts as somebody else. */
export const record =
  (effects: Effects) =>
  async (actor: KnownActor, { target, ...about }: HostAction): Promise<void> => {
    await effects.storage.audit.append(await composeEntry(effects, actor, { ...about, target: target ?? null }))
  }
