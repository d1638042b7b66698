import type * as z from 'zod/mini'
import type { RefusalCode } from './refusals.ts'

/** One operation on the wire, as data: handler, client and OpenAPI document are derived from it. */
export interface Endpoint<
  Input extends z.ZodMiniType = z.ZodMiniType,
  Output extends z.ZodMiniType = z.ZodMiniType,
  Refuses extends RefusalCode = RefusalCode,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the base path; `:name` takes the input key of that name. */
  readonly path: `/${string}`
  readonly summary: string
  /** Who may call at all. `restricted` also admits a session that must change its password first. */
  readonly caller: 'anyone' | 'restricted' | 'signed-in'
  readonly input: Input
  readonly output: Output
  /** The operation's own refusals, beside those every operation can give. */
  readonly refuses: readonly Refuses[]
  /** HTTP status of success; 200 unless said. */
  readonly status?: 200 | 201 | 202
  /** What a successful answer does to the caller's session. */
  readonly session?: 'opens' | 'closes' | 'switches'
  /** The answer is a file that is written while it is read; `output` is its text. */
  readonly answers?: 'csv'
  /** The request body is a file; the input key is `file`, and all others travel in the query, objects as JSON. */
  readonly takes?: 'csv'
  /** Writes that must carry the version the caller saw, as `If-Match`; the input key is `version`. */
  readonly versioned?: true
  /** Creates and sends that accept an `Idempotency-Key`; the input key is `idempotencyKey`. */
  readonly idempotent?: true
  /** Refused for API tokens: what only a person at a keyboard may do. */
  readonly personal?: true
  /** Refused unless the password was given a moment ago, at sign-in or by `signIn.confirm`. */
  readonly confirmed?: true
  /** Takes, sets or mails a password; refused where the host signs people in. */
  readonly password?: true
  /** The coarse limit, per client address, that applies beside any exact one. */
  readonly limit?: 'sign-in' | 'mail'
}

/** Keeps the literal types of an entry, so that route and refusals reach the client's types. */
export function endpoint<
  const E extends Omit<Endpoint, 'input' | 'output'>,
  Input extends z.ZodMiniType,
  Output extends z.ZodMiniType,
>(
  entry: E & { readonly input: Input; readonly output: Output },
): E & { readonly input: Input; readonly output: Output } {
  return entry
}

/** slice → verb → endpoint. */
export type Contract = { readonly [slice: string]: { readonly [verb: string]: Endpoint } }

/** A session that was just opened; the token is shown here once and stored nowhere. */
export interface OpenedSession {
  readonly token: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
  /** Ids of who is signed in, and as whom. */
  readonly real: string
  readonly effective: string
}

/** An answer with what it does to the caller's session: opened, closed, or left alone. */
export interface WithSession<Answer> {
  readonly answer: Answer
  readonly session: OpenedSession | 'closed' | null
}

/** What a use case resolves to: the wire-shaped answer, with the session beside it, or a file's text piece by piece. */
export type Result<E extends Endpoint> = E extends { readonly session: 'opens' | 'closes' | 'switches' }
  ? WithSession<z.input<E['output']>>
  : E extends { readonly answers: 'csv' }
    ? AsyncIterable<string>
    : z.input<E['output']>

/** What the core offers for a contract: same slices, same verbs; input is checked by the core itself. */
export type UseCases<C extends Contract, Actor> = {
  readonly [S in keyof C]: {
    readonly [V in keyof C[S]]: (actor: Actor, input: z.input<C[S][V]['input']>) => Promise<Result<C[S][V]>>
  }
}

/** A file as a client sends it. Browsers send a stream over HTTP/2 only, some of them none. */
export type CsvFile = Blob | ReadableStream<Uint8Array> | string

type CallInput<E extends Endpoint> = E extends { readonly takes: 'csv' }
  ? Omit<z.input<E['input']>, 'file'> & { readonly file: CsvFile }
  : z.input<E['input']>

/** What a client offers for a contract. */
export type Calls<C extends Contract> = {
  readonly [S in keyof C]: {
    readonly [V in keyof C[S]]: (
      input: CallInput<C[S][V]>,
      options?: { readonly signal?: AbortSignal },
    ) => Promise<C[S][V] extends { readonly answers: 'csv' } ? Blob : z.output<C[S][V]['output']>>
  }
}
