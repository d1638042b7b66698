import { describe, expect, test } from 'vitest'
import { nodeCryptography } from './cryptography.ts'
import { nodeRandom } from './random.ts'

const cryptography = nodeCryptography()
const key = Uint8Array.from(nodeRandom().bytes(32))
const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')

describe('known vectors', () => {
  test('SHA-256 of "abc" (FIPS 180-2)', () => {
    expect(cryptography.digest('abc')).toBe(
      base64url('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
    )
  })

  test('HMAC-SHA-256 (RFC 4231, case 2)', () => {
    expect(cryptography.mac(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
      base64url('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'),
    )
  })

  test('HKDF-SHA-256 with no salt (RFC 5869, case 3; its first 32 bytes)', () => {
    expect(Buffer.from(cryptography.deriveKey(new Uint8Array(22).fill(0x0b), '')).toString('hex')).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
    )
  })
})

describe('beside WebCrypto', () => {
  const utf8 = new TextEncoder()

  test('derives the same key for a purpose', async () => {
    const secret = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits'])
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8.encode('öffnen') }
    const bits = await crypto.subtle.deriveBits(algorithm, secret, 256)
    expect(Buffer.from(cryptography.deriveKey(key, 'öffnen'))).toEqual(Buffer.from(bits))
  })

  test('each opens what the other sealed', async () => {
    const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
    const gcm = (iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv, additionalData: utf8.encode('mail:1') })

    const sealed = new Uint8Array(Buffer.from(cryptography.seal(key, '美咲', 'mail:1'), 'base64url'))
    const opened = await crypto.subtle.decrypt(gcm(sealed.slice(0, 12)), aes, sealed.slice(12))
    expect(new TextDecoder().decode(opened)).toBe('美咲')

    const nonce = Uint8Array.from(nodeRandom().bytes(12))
    const body = await crypto.subtle.encrypt(gcm(nonce), aes, utf8.encode('美咲'))
    const theirs = Buffer.concat([nonce, new Uint8Array(body)]).toString('base64url')
    expect(cryptography.open(key, theirs, 'mail:1')).toBe('美咲')
  })
})

describe('a sealed text', () => {
  const sealed = cryptography.seal(key, 'link and code', 'mail:1')

  test('differs each time it is made', () => {
    expect(cryptography.seal(key, 'link and code', 'mail:1')).not.toBe(sealed)
  })

  test('opens with its key and its context only', () => {
    expect(cryptography.open(key, sealed, 'mail:1')).toBe('link and code')
    expect(() => cryptography.open(nodeRandom().bytes(32), sealed, 'mail:1')).toThrow()
    expect(() => cryptography.open(key, sealed, 'mail:2')).toThrow()
  })

  test('does not open when any one bit was changed, or when it was cut', () => {
    const bytes = Buffer.from(sealed, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => cryptography.open(key, changed.toString('base64url'), 'mail:1'), `bit ${bit}`).toThrow()
    }
    for (const length of [0, 12, 27, bytes.length - 1]) {
      expect(() => cryptography.open(key, bytes.subarray(0, length).toString('base64url'), 'mail:1')).toThrow()
    }
  })
})
