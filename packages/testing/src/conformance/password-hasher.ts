import type { PasswordHasher } from '@rollcall/core'
import { describe, expect, it } from 'vitest'

/** How the suite comes by a hasher. */
export interface PasswordHasherAdapter {
  create(): PasswordHasher | Promise<PasswordHasher>
}

const PASSWORD = 'kestrel harbour velvet'

/** Declares, with Vitest's `describe` and `it`, the promises of the `PasswordHasher` port as cases for one hasher. */
export function testPasswordHasher(name: string, { create }: PasswordHasherAdapter): void {
  describe(`${name} password hasher`, () => {
    it('knows the password that made a hash, and no other', async () => {
      const hasher = await create()
      const hash = await hasher.hash(PASSWORD)
      expect(await hasher.verify(PASSWORD, hash)).toBe(true)
      for (const other of ['', 'Kestrel harbour velvet', `${PASSWORD} `, ` ${PASSWORD}`, PASSWORD.slice(0, -1)]) {
        expect([other, await hasher.verify(other, hash)]).toEqual([other, false])
      }
    })

    it('makes another hash each time, of at most 512 characters, without the password in it', async () => {
      const hasher = await create()
      const hashes = await Promise.all([1, 2, 3].map(() => hasher.hash(PASSWORD)))
      expect(new Set(hashes).size).toBe(3)
      for (const hash of hashes) {
        expect(hash.length).toBeLessThanOrEqual(512)
        expect(hash).not.toContain(PASSWORD)
        expect(await hasher.verify(PASSWORD, hash)).toBe(true)
      }
    })

    it('looks at every character of a long password', async () => {
      const hasher = await create()
      const long = 'ab'.repeat(128)
      const hash = await hasher.hash(long)
      expect(await hasher.verify(long, hash)).toBe(true)
      expect(await hasher.verify(`${long.slice(0, -1)}x`, hash)).toBe(false)
      expect(await hasher.verify(long.slice(0, 72), hash)).toBe(false)
    })

    it('alters no character: neither forms of Unicode, nor what follows a NUL', async () => {
      const hasher = await create()
      for (const [password, other] of [
        ['caf\u00e9 harbour', 'cafe\u0301 harbour'],
        ['harbour\0velvet', 'harbour\0kestrel'],
        ['harbour \u{1f600}', 'harbour \u{1f601}'],
      ] as const) {
        const hash = await hasher.hash(password)
        expect(await hasher.verify(password, hash)).toBe(true)
        expect(await hasher.verify(other, hash)).toBe(false)
      }
    })

    it('says no, and never fails, to a hash it does not understand', async () => {
      const hasher = await create()
      const hash = await hasher.hash(PASSWORD)
      for (const broken of [
        '',
        ' ',
        PASSWORD,
        '$',
        '$$$$',
        '$unknown$v=1$c2FsdA$aGFzaA',
        hash.slice(0, hash.length / 2),
      ]) {
        expect([broken, await hasher.verify(PASSWORD, broken)]).toEqual([broken, false])
        expect([broken, await hasher.verify('', broken)]).toEqual([broken, false])
      }
    })

    it('takes over what it made itself, and nothing that is broken, too long or no hash', async () => {
      const hasher = await create()
      const hash = await hasher.hash(PASSWORD)
      expect(hasher.accepts(hash)).toBe(true)
      for (const broken of [
        '',
        PASSWORD,
        '$unknown$v=1$c2FsdA$aGFzaA',
        hash.slice(0, hash.length / 2),
        `${hash} `,
        `${hash}\n`,
        `<b>${hash}</b>`,
        hash.padEnd(513, hash.at(-1)),
        '$'.repeat(10_000),
      ]) {
        expect([broken, hasher.accepts(broken)]).toEqual([broken, false])
      }
    })

    it('does not ask to renew a hash it just made, and does for one of a foreign format', async () => {
      const hasher = await create()
      expect(hasher.needsRehash(await hasher.hash(PASSWORD))).toBe(false)
      expect(hasher.needsRehash('$unknown$v=1$c2FsdA$aGFzaA')).toBe(true)
    })

    it('keeps verdicts apart when many are asked for at once', async () => {
      const hasher = await create()
      const hash = await hasher.hash(PASSWORD)
      const verdicts = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          hasher.verify(index % 3 === 0 ? PASSWORD : `${PASSWORD}${index}`, hash),
        ),
      )
      expect(verdicts).toEqual(verdicts.map((_, index) => index % 3 === 0))
    })
  })
}
