/**
 * Every refusal there is, with its HTTP status (operations.md, "Refusal codes"). Adding a code here makes the compiler
 * ask for its sentence in every message catalogue.
 */
export const REFUSALS = {
  'sign-in-interrupted': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'password-change-required': 403,
  'reauthentication-required': 403,
  'cross-origin': 403,
  'not-allowed': 403,
  'not-admitted': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'email-in-use': 409,
  'username-in-use': 409,
  'changed-meanwhile': 409,
  'not-locked': 409,
  'not-dormant': 409,
  'already-registered': 409,
  'already-done': 409,
  'import-stale': 409,
  'token-invalid': 410,
  'too-large': 413,
  'unsupported-file': 415,
  'invalid-input': 422,
  'password-too-weak': 422,
  'idempotency-key-reused': 422,
  'version-required': 428,
  'too-many-requests': 429,
  'provider-unavailable': 503,
  unavailable: 503,
} as const

/** The closed union of refusal codes: safe to switch over exhaustively. */
export type RefusalCode = keyof typeof REFUSALS

/** All of them, for schemas. */
export const REFUSAL_CODES = Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]

/** Why an authorised person may not do this to that user. */
export const REASONS = [
  'no-right',
  'not-covered',
  'not-outranked',
  'self',
  'protected',
  'single-sign-on',
  'owner-only-field',
  'impersonating',
  'deactivated',
  'last-administrator',
  'disabled-by-policy',
] as const
export type Reason = (typeof REASONS)[number]

/** What is wrong with one input field; the form shows the sentence of the code beside it. */
export const FIELD_CODES = [
  'required',
  'invalid',
  'too-long',
  'too-short',
  'unknown-key',
  'control-character',
  'contains-space',
  'edge-space',
  'in-use',
  'fixed',
  'not-a-language',
  'not-a-time-zone',
  'not-same',
  'too-common',
  'contains-context',
  'too-weak',
  'needs-letter',
  'needs-lowercase',
  'needs-uppercase',
  'needs-digit',
  'needs-symbol',
  'reused',
  'link-not-allowed',
] as const
export type FieldCode = (typeof FIELD_CODES)[number]

/** Why a whole file is refused, before any of its rows is judged. */
export const FILE_PROBLEMS = [
  'not-utf-8',
  'not-commas',
  'nul',
  'unclosed-quote',
  'stray-quote',
  'too-large',
  'nothing-inside',
  'missing-header',
  'doubled-header',
  'unknown-column',
  'reserved-column',
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

/** What is wrong with a file, and where. */
export interface FileFault {
  readonly problem: FileProblem
  /** From 1; null: no line in particular. */
  readonly line: number | null
  /** Of the cell in its line, from 1. */
  readonly column: number | null
  /** The one that is missing, there twice, or not known. */
  readonly header?: string
}

export interface RefusalDetails {
  /** Present with `not-allowed`. */
  readonly reason?: Reason
  /** Input path → what is wrong there; all at once. */
  readonly fields?: Readonly<Record<string, FieldCode>>
  /** Present with `unsupported-file` and, of files, `too-large`. */
  readonly file?: FileFault
  /** Seconds until it makes sense to try again; with `too-many-requests`. */
  readonly retryAfter?: number
  /** The record as it is now; with `changed-meanwhile`. */
  readonly current?: unknown
  /** Names the failure in the host's log; with `unavailable`. */
  readonly correlationId?: string
}

/**
 * An expected "no". Use cases throw it on the server, the client throws the same class in the browser; everything else
 * that is thrown is a fault and travels as `unavailable` with a correlation id.
 */
export class RefusedError extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(`Rollcall refused: ${code}${details.reason ? ` (${details.reason})` : ''}`)
    this.name = 'RefusedError'
    this.code = code
    this.details = details
  }
}

/** Throws the refusal; reads as an expression: `user ?? refuse('not-found')`. */
export function refuse(code: RefusalCode, details?: RefusalDetails): never {
  throw new RefusedError(code, details)
}
