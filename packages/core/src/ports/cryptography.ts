type Awaitable<T> = T | Promise<T>

/**
 * The primitives Rollcall builds on. Synchronous implementations are welcome and faster: the digest is on the path of
 * every authenticated request. Keys are 32 bytes; texts are encoded as UTF-8; results are unpadded base64url.
 */
export interface Cryptography {
  /** SHA-256 of the text. */
  digest(text: string): Awaitable<string>
  /** HMAC-SHA-256 of the text. */
  mac(key: Uint8Array, text: string): Awaitable<string>
  /** HKDF-SHA-256 with an empty salt: a 32-byte key for one purpose. */
  deriveKey(secret: Uint8Array, purpose: string): Awaitable<Uint8Array>
  /** AES-256-GCM with a fresh 96-bit nonce in front; `context` is authenticated, not stored. */
  seal(key: Uint8Array, text: string, context: string): Awaitable<string>
  /** The text behind `sealed`. Rejects when key, context or a single bit differ. */
  open(key: Uint8Array, sealed: string, context: string): Awaitable<string>
}
