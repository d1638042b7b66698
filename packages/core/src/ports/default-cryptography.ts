import { base64url, fromBase64url } from '../kernel/id.ts'
import type { Cryptography } from './cryptography.ts'

const NONCE = 12
const text = new TextEncoder()

/** The platform's WebCrypto: runs in Node, browsers and edge runtimes alike; asynchronous, so slower than Node's own. */
export const webCryptography: Cryptography = {
  async digest(value) {
    return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(value))))
  },
  async mac(key, value) {
    const hmac = await crypto.subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, text.encode(value))))
  },
  async deriveKey(secret, purpose) {
    const root = await crypto.subtle.importKey('raw', bytes(secret), 'HKDF', false, ['deriveBits'])
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode(purpose) }
    return new Uint8Array(await crypto.subtle.deriveBits(hkdf, root, 256))
  },
  async seal(key, value, context) {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE))
    const aes = await crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, ['encrypt'])
    const parameters = { name: 'AES-GCM', iv: nonce, additionalData: text.encode(context) }
    const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, aes, text.encode(value)))
    const whole = new Uint8Array(NONCE + sealed.length)
    whole.set(nonce)
    whole.set(sealed, NONCE)
    return base64url(whole)
  },
  async open(key, sealed, context) {
    const whole = fromBase64url(sealed)
    if (!whole) throw new TypeError('Rollcall: this is no sealed text')
    const aes = await crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, ['decrypt'])
    const parameters = { name: 'AES-GCM', iv: whole.subarray(0, NONCE), additionalData: text.encode(context) }
    return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, aes, whole.subarray(NONCE)))
  },
}

/** WebCrypto takes no views on shared memory. */
function bytes(source: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(source)
}
