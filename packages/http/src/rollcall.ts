import type { contract } from '@rollcall/core/contract'

export interface Client {
  readonly address: string | null
  readonly agent: string | null
}
interface Person {
  readonly user: { readonly id: string }
}
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'user'; readonly real: Person; readonly effective: Person }

export interface OpenedSession {
  readonly token: string
  readonly expiresAt: number
}
export interface WithSession {
  readonly answer: object
  readonly session: OpenedSession | 'closed' | null
}
type UseCases = {
  readonly [S in keyof typeof contract]: Readonly<Record<keyof (typeof contract)[S], unknown>>
}
export interface Rollcall extends Omit<UseCases, 'sessions'> {
  readonly site: { readonly baseUrl: URL }
  readonly clock: { now(): number }
  anonymous(client: Client): Actor
  readonly sessions: UseCases['sessions'] & { authenticate(token: string, client: Client): Promise<Actor | null> }
}
