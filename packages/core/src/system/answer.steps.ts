import type { KnownActor } from '../kernel/actor.ts'
import { refuse } from '../kernel/refusals.ts'
import type { Cryptography } from '../ports/cryptography.ts'
import type { Stores } from '../ports/storage.ts'

/** Answers under an `Idempotency-Key` are remembered for a day. */
const REMEMBERED = 24 * 3_600_000

/** A call that may be a repeat. */
export interface Repeatable {
  readonly key: string
  readonly inputDigest: string
  readonly expiresAt: number
  readonly now: number
}

/** Names a call by caller, operation and key; null when it came without a key. */
export async function repeatable(
  cryptography: Cryptography,
  actor: KnownActor,
  operation: string,
  input: { readonly idempotencyKey?: string | undefined },
  now: number,
): Promise<Repeatable | null> {
  const { idempotencyKey, ...rest } = input
  const caller = actor.kind === 'system' ? { system: actor.name } : actor.real.user.id
  if (idempotencyKey === undefined) return null
  return {
    key: await cryptography.digest(JSON.stringify([caller, operation, idempotencyKey])),
    inputDigest: await cryptography.digest(JSON.stringify(rest)),
    expiresAt: now + REMEMBERED,
    now,
  }
}

/**
 * Runs `work` unless the same call was answered before; then gives that answer. Both happen in the open transaction, so
 * of two repeats at once one does the work. Refuses a key that came with another input first.
 */
export async function once<Answer>(tx: Stores, call: Repeatable | null, work: () => Promise<Answer>): Promise<Answer> {
  if (!call) return work()
  const known = await tx.answers.find(call.key, call.now)
  if (known) {
    if (known.inputDigest !== call.inputDigest) refuse('idempotency-key-reused')
    return JSON.parse(known.answer) as Answer
  }
  const answer = await work()
  const { key, inputDigest, expiresAt } = call
  const first = await tx.answers.add({ key, inputDigest, expiresAt, answer: JSON.stringify(answer) }, call.now)
  return first ? answer : refuse('already-done')
}
