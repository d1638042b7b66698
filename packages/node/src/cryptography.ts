import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomFillSync } from 'node:crypto'
import type { Cryptography } from '@rollcall/core'

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/**
 * The `Cryptography` port over `node:crypto`, synchronously: what it makes is byte for byte what core's WebCrypto
 * default makes, without a promise on the path of every request. `open` throws on anything that was tampered with.
 */
export function nodeCryptography() {
  return {
    digest: (text: string) => hash('sha256', text, 'base64url'),
    mac: (key: Uint8Array, text: string) => createHmac('sha256', key).update(text).digest('base64url'),
    deriveKey: (secret: Uint8Array, purpose: string): Uint8Array =>
      new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), purpose, 32)),
    seal(key: Uint8Array, text: string, context: string) {
      const nonce = randomFillSync(new Uint8Array(NONCE))
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(context))
      return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url')
    },
    open(key: Uint8Array, sealed: string, context: string) {
      const bytes = Buffer.from(sealed, 'base64url')
      const end = bytes.length - TAG
      if (end < NONCE) throw new Error('Rollcall: this is no sealed text')
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(end))
      return Buffer.concat([decipher.update(bytes.subarray(NONCE, end)), decipher.final()]).toString('utf8')
    },
  } satisfies Cryptography
}
