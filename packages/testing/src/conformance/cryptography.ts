import type { Cryptography } from '@rollcall/core'
import { describe, expect, it } from 'vitest'

/** How the suite comes by the primitives. */
export interface CryptographyAdapter {
  create(): Cryptography | Promise<Cryptography>
}

const KEY = Uint8Array.from({ length: 32 }, (_, index) => index)
const OTHER_KEY = KEY.map((byte, index) => (index === 31 ? byte ^ 1 : byte))
const TEXT = 'Caf\u00e9 山田 \u{1f600}'

/** Made by Python's hashlib, hmac and cryptography. */
const KNOWN = {
  emptyDigest: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
  digest: '3dVKt07KAU18lX1Ttvwt4rgzftAtwjbtlx84W4c6-J4',
  mac: 'hlWAEgZtu8oNWtOZs7agqfhzhlksklJK1NCVa3eVdjg',
  derived: [
    145, 217, 244, 167, 77, 199, 250, 235, 252, 106, 224, 5, 166, 122, 207, 52, 15, 46, 225, 194, 109, 4, 14, 192, 155,
    2, 159, 193, 233, 80, 117, 64,
  ],
  sealed: 'ZGVmZ2hpamtsbW5vC3q4pdDJsy-PhctY-pX1ZcKUEyq6IllRXf8xGCqqdc7n',
}

/** Declares, with Vitest's `describe` and `it`, the promises of the `Cryptography` port as cases for one adapter. */
export function testCryptography(name: string, { create }: CryptographyAdapter): void {
  /** `open` may throw or reject; both are a refusal. */
  const opened = async (key: Uint8Array, sealed: string, context: string) => (await create()).open(key, sealed, context)

  describe(`${name} cryptography`, () => {
    it('digests UTF-8 by SHA-256, as unpadded base64url', async () => {
      const cryptography = await create()
      expect(await cryptography.digest('')).toBe(KNOWN.emptyDigest)
      expect(await cryptography.digest(TEXT)).toBe(KNOWN.digest)
    })

    it('authenticates by HMAC-SHA-256', async () => {
      const cryptography = await create()
      expect(await cryptography.mac(KEY, TEXT)).toBe(KNOWN.mac)
      expect(await cryptography.mac(OTHER_KEY, TEXT)).not.toBe(KNOWN.mac)
    })

    it('derives a key a purpose by HKDF-SHA-256', async () => {
      const cryptography = await create()
      expect([...(await cryptography.deriveKey(KEY, 'outbox é'))]).toEqual(KNOWN.derived)
      expect([...(await cryptography.deriveKey(KEY, 'outbox e'))]).not.toEqual(KNOWN.derived)
    })

    it('opens what another implementation sealed', async () => {
      expect(await opened(KEY, KNOWN.sealed, 'mail é')).toBe(TEXT)
    })

    it('opens what it sealed, the empty text included, and seals differently each time', async () => {
      const cryptography = await create()
      for (const text of ['', TEXT, 'x'.repeat(10_000)]) {
        const sealed = await Promise.all([1, 2, 3].map(() => cryptography.seal(KEY, text, 'c')))
        expect(new Set(sealed).size).toBe(3)
        for (const one of sealed) {
          expect(one).toMatch(/^[A-Za-z0-9_-]+$/)
          expect(await opened(KEY, one, 'c')).toBe(text)
        }
      }
    })

    it('opens nothing under another key or in another context', async () => {
      const own = await (await create()).seal(KEY, TEXT, 'mail é')
      for (const sealed of [own, KNOWN.sealed]) {
        await expect(opened(OTHER_KEY, sealed, 'mail é')).rejects.toThrow()
        await expect(opened(KEY, sealed, 'mail e')).rejects.toThrow()
        await expect(opened(KEY, sealed, '')).rejects.toThrow()
      }
    })

    it('opens nothing of which a single character was changed or cut off', async () => {
      const { sealed } = KNOWN
      for (let at = 0; at < sealed.length; at += 1) {
        const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
        await expect(opened(KEY, changed, 'mail é'), `character ${at}`).rejects.toThrow()
      }
      for (const cut of ['', sealed.slice(0, 16), sealed.slice(0, -4), sealed.slice(4)]) {
        await expect(opened(KEY, cut, 'mail é'), `"${cut}"`).rejects.toThrow()
      }
    })
  })
}
