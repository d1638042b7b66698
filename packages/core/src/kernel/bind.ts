import type { Effects, UseCase } from '../effects.ts'
import type { Actor } from './actor.ts'
import type { Contract, Endpoint, UseCases } from './endpoint.ts'
import { parseInput } from './parse-input.ts'
import { refuse } from './refusals.ts'

/** A use case for every operation of a contract. */
export type Implementations<C extends Contract> = {
  readonly [S in keyof C]: { readonly [V in keyof C[S]]: UseCase<C[S][V]> }
}

/** Every operation behind the same two checks: may this kind of caller call at all, and is the input what it must be. */
export function bind<C extends Contract>(
  entries: C,
  effects: Effects,
  implementations: Implementations<C>,
): UseCases<C, Actor> {
  const bound: Record<string, Record<string, unknown>> = {}
  for (const [slice, verbs] of Object.entries(entries)) {
    const implemented = implementations[slice] as Record<string, UseCase<Endpoint>>
    const operations: Record<string, unknown> = {}
    for (const [verb, entry] of Object.entries(verbs)) {
      const run = implemented[verb]?.(effects)
      operations[verb] = async (actor: Actor, input: unknown) => {
        admit(entry, actor, effects)
        return run?.(actor, parseInput(entry.input, input))
      }
    }
    bound[slice] = operations
  }
  return bound as UseCases<C, Actor>
}

function admit(entry: Endpoint, actor: Actor, { policy, clock }: Effects): void {
  if (entry.password && policy.signIn.host) refuse('not-allowed', { reason: 'disabled-by-policy' })
  if (entry.caller === 'anyone') return
  if (actor.kind === 'anonymous') refuse('not-signed-in')
  if (entry.caller === 'signed-in' && actor.kind === 'user' && actor.session.restricted) {
    refuse('password-change-required')
  }
  if (actor.kind !== 'user') return
  const { kind, confirmedAt, impersonation } = actor.session
  if (entry.personal && impersonation !== null) refuse('not-allowed', { reason: 'impersonating' })
  if (entry.personal && kind === 'api-token') refuse('not-allowed', { reason: 'no-right' })
  const fresh = confirmedAt !== null && clock.now() < confirmedAt + policy.session.confirmMinutes * 60_000
  if (entry.confirmed && !fresh) refuse('reauthentication-required')
}
