import type { Cryptography } from '../ports/cryptography.ts'
import { fromBase64url } from './id.ts'

/** What a sub-key is for; each is derived apart, so that one leaking tells nothing about the others. */
export type KeyPurpose = 'outbox' | 'audit' | 'imports' | 'sign-in' | 'unknown-accounts'

/** Sub-keys of the host's secrets: the current one writes, the previous ones still read. */
export interface Keyring {
  current(purpose: KeyPurpose): Promise<Uint8Array>
  all(purpose: KeyPurpose): Promise<readonly Uint8Array[]>
}

/** Derives sub-keys by HKDF, once each. Throws unless every secret is 32 bytes. */
export function createKeyring(cryptography: Cryptography, secrets: readonly (string | Uint8Array)[]): Keyring {
  const roots = secrets.map(bytesOf)
  const [current] = roots
  if (current === undefined) {
    throw new TypeError(
      'Rollcall: `secrets` is empty. Give createRollcall at least one secret of 32 random bytes (base64url text or Uint8Array), for example from `openssl rand -base64 32`.',
    )
  }
  const derived = new Map<KeyPurpose, Promise<readonly Uint8Array[]>>()
  const all = (purpose: KeyPurpose) => {
    const known = derived.get(purpose)
    if (known) return known
    const keys = Promise.all(roots.map((root) => cryptography.deriveKey(root, `rollcall ${purpose}`)))
    derived.set(purpose, keys)
    return keys
  }
  return { all, current: async (purpose) => (await all(purpose))[0] ?? current }
}

function bytesOf(secret: string | Uint8Array): Uint8Array {
  const bytes =
    typeof secret === 'string'
      ? fromBase64url(secret.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''))
      : secret
  if (bytes?.length !== 32) throw new TypeError('Rollcall: each of `secrets` must be exactly 32 bytes.')
  return bytes
}
