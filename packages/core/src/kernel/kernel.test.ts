import { describe, expect, it } from 'vitest'
import { webCryptography } from '../ports/default-cryptography.ts'
import { codeOf, secretOf } from '../tokens/token.rules.ts'
import { base64url, fromBase64url, uuidv7 } from './id.ts'
import { createKeyring } from './keyring.ts'
import { createWaitingRoom } from './waiting-room.ts'

describe('base64url', () => {
  it('agrees with the platform on every length and back', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 255)
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64url(base64url(bytes))).toEqual(bytes)
    }
    expect(fromBase64url('a+b/')).toBeNull()
  })
})

it('makes version 7 UUIDs that sort by time', () => {
  const bytes = new Uint8Array(10).fill(255)
  const early = uuidv7(1_700_000_000_000, bytes)
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(early < uuidv7(1_700_000_000_001, new Uint8Array(10))).toBe(true)
})

it('reads a typed code whatever its case, separators and look-alikes', () => {
  const code = codeOf(Uint8Array.from({ length: 12 }, (_, index) => index * 3))
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(secretOf(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code.replaceAll('-', ''))
  expect(secretOf('O0IL-1234-5678')).toBe('001112345678')
  expect(secretOf('a-token_that-is-no-code')).toBe('a-token_that-is-no-code')
})

describe('keyring', () => {
  it('says what to do when there is no secret, or one of the wrong size', () => {
    expect(() => createKeyring(webCryptography, [])).toThrow(/32 random bytes/)
    expect(() => createKeyring(webCryptography, ['short'])).toThrow(/exactly 32 bytes/)
  })

  it('derives another key for each purpose and secret, the same for both spellings of a secret', async () => {
    const bytes = new Uint8Array(32).fill(251)
    const ring = createKeyring(webCryptography, [bytes, new Uint8Array(32)])
    const spelled = createKeyring(webCryptography, [Buffer.from(bytes).toString('base64')])
    const [outbox, previous] = await ring.all('outbox')
    expect(await ring.current('outbox')).toEqual(outbox)
    expect(await spelled.current('outbox')).toEqual(outbox)
    expect(outbox).not.toEqual(previous)
    expect(outbox).not.toEqual(await ring.current('audit'))
  })
})

describe('waiting room', () => {
  const random = { bytes: (length: number) => new Uint8Array(length) }

  /** A counter with so many free places; time stands still unless somebody waits. */
  function room(places: number) {
    let time = 0
    let free = places
    const clock = {
      now: () => time,
      wait: async (milliseconds: number) => {
        await new Promise<void>((resolve) => setImmediate(resolve))
        time += milliseconds
      },
    }
    const waiting = createWaitingRoom(clock, random, 1_000)
    const take = async () => (free > 0 ? free-- : null)
    return {
      enter: (key: string) => waiting.enter(key, take),
      give: (key: string) => {
        free += 1
        waiting.leave(key)
      },
    }
  }

  it('serves callers of a key in the order they came', async () => {
    const { enter, give } = room(1)
    expect(await enter('a')).toBe(1)
    const served: string[] = []
    const callers = ['first', 'second', 'third'].map(async (name) => {
      await enter('a')
      served.push(name)
      give('a')
    })
    give('a')
    await Promise.all(callers)
    expect(served).toEqual(['first', 'second', 'third'])
  })

  it('gives up when nothing frees up in time', async () => {
    const { enter } = room(0)
    expect(await Promise.all([enter('a'), enter('a'), enter('b')])).toEqual([null, null, null])
  })

  it('turns away whoever comes when 256 wait already', async () => {
    const { enter, give } = room(0)
    const crowd = Array.from({ length: 256 }, () => enter('a'))
    await Promise.resolve()
    expect(await enter('a')).toBeNull()
    for (const _ of crowd) give('a')
    expect((await Promise.all(crowd)).filter((place) => place !== null)).toHaveLength(256)
  })
})
