/** An answer remembered under an `Idempotency-Key`. */
export interface AnswerRecord {
  /** Digest of actor, operation and key. */
  readonly key: string
  /** Digest of the input the key came with first. */
  readonly inputDigest: string
  /** JSON of the answer. */
  readonly answer: string
  readonly expiresAt: number
}

export interface AnswerStore {
  /** The remembered answer; null when there is none or it expired. */
  find(key: string, now: number): Promise<AnswerRecord | null>
  /** Remembers an answer, in place of an expired one. False when another transaction remembered one under that key first. */
  add(answer: AnswerRecord, now: number): Promise<boolean>
}
