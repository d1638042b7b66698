import type { Effects, UseCase } from '../effects.ts'
import type { Actor } from './actor.ts'
import type { Contract, Endpoint, UseCases } from './endpoint.ts'
import { parseInput } from './parse-input.ts'
import { RefusedError, refuse } from './refusals.ts'

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
        try {
          admit(entry, actor, effects)
          return await run?.(actor, parseInput(entry.input, input))
        } catch (error) {
          if (error instanceof RefusedError) noteRefusal(effects, `${slice}.${verb}`, actor, error)
          throw error
        }
      }
    }
    bound[slice] = operations
  }
  return bound as UseCases<C, Actor>
}

/** Reasons that say somebody tried what their roles do not allow. */
const LACKING: readonly unknown[] = ['no-right', 'not-covered', 'not-outranked', 'impersonating']

/** Rights that were lacking are an operator's to know of; what else is refused happens to everybody. */
function noteRefusal({ logger }: Effects, operation: string, actor: Actor, { code, details }: RefusedError): void {
  if (code !== 'not-allowed' || !LACKING.includes(details.reason) || actor.kind !== 'user') return
  const [real, effective] = [actor.real.user.id, actor.effective.user.id]
  logger.log('warn', 'authz_fail', { operation, reason: details.reason, real, effective })
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
