import type { Rollcall, UserActor, WithSession } from '@rollcall/core'
import type { UserRecord } from '@rollcall/core/rules'
import type { Coalition } from './coalition.ts'
import { type Atom, PLACES } from './reach.ts'

/** What chance decides about one move; numbers are taken modulo what there is. */
export interface Draw {
  readonly move: string
  readonly by: number
  readonly on: number
  readonly pick: number
  readonly atoms: readonly Atom[]
}

/** One move about to be made: by an account the coalition is signed in to, on somebody. */
export interface Turn {
  readonly coalition: Coalition
  readonly rollcall: Rollcall
  readonly actor: UserActor
  readonly on: UserRecord
  readonly draw: Draw
  /** `userId` of the person, and their version. */
  readonly it: { readonly userId: string }
  readonly at: { readonly userId: string; readonly version: number }
}

export interface Move {
  /** The right without which it must be refused; none for what everybody may do to themselves. */
  readonly right?: string
  /** Resources it is about, beside those where the person has a role. */
  places?(turn: Turn): readonly (string | null)[]
  /** Whether it must be refused whoever asks. */
  never?(turn: Turn): boolean
  run(turn: Turn): Promise<unknown>
}

export const inPlace = ({ draw }: Turn) => PLACES[draw.pick % PLACES.length] ?? ''

/** Roles held on resources, as a group gives them. */
export const onResources = ({ draw }: Turn) =>
  draw.atoms.flatMap(({ role, scope }) => (scope === null ? [] : [{ role, scope }]))

/** Adds the session that was opened to what the coalition knows. */
export function keep({ bearers }: Coalition, { session }: WithSession<unknown>): void {
  if (session && session !== 'closed') bearers.push(session.token)
}

/** A token from the mail the coalition reads; temporary passwords found on the way are kept. */
export async function linkIn(
  { world, addresses, temporary }: Coalition,
  template: string,
  pick: number,
): Promise<string> {
  await world.deliver()
  const tokens: string[] = []
  for (const { envelope, mail } of world.mails.sent) {
    if (!addresses.has(envelope.to.address) || !('credential' in mail)) continue
    const { credential } = mail
    if ('password' in credential) temporary.push({ email: envelope.to.address, password: credential.password })
    if (mail.template === template && 'link' in credential) tokens.push(credential.link.replace(/^.*#token=/, ''))
  }
  return tokens[pick % Math.max(1, tokens.length)] ?? 'none'
}
