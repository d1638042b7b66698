/** Cryptographically strong randomness; the only source of ids and secrets. */
export interface Random {
  /** `length` random bytes. */
  bytes(length: number): Uint8Array
}
