import type { Settings } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { atOnce } from './races.ts'

const FIRST: Settings = { welcome: 'everybody', welcomeText: 'Hello.\n"\u{1f600}"' }
const SECOND: Settings = { welcome: 'nobody', welcomeText: null }

export function testSettings(test: TestStorageCase): void {
  test('has no settings until somebody changes them, then the latest with its version', async ({ settings }) => {
    expect(await settings.find()).toBeNull()
    expect(await settings.save(0, FIRST)).toBe('saved')
    expect(await settings.find()).toEqual({ ...FIRST, version: 1 })
    expect(await settings.save(1, SECOND)).toBe('saved')
    expect(await settings.find()).toEqual({ ...SECOND, version: 2 })
  })

  test('says stale at another version than the present one, and changes nothing', async ({ settings }) => {
    expect(await settings.save(1, FIRST)).toBe('stale')
    expect(await settings.find()).toBeNull()
    await settings.save(0, FIRST)
    expect(await settings.save(0, SECOND)).toBe('stale')
    expect(await settings.save(2, SECOND)).toBe('stale')
    expect(await settings.find()).toEqual({ ...FIRST, version: 1 })
  })

  test('saves settings for exactly one of 20 at the same version', async (storage, handles) => {
    for (const version of [0, 1]) {
      const outcomes = await atOnce(await handles(4), 20, (handle) => handle.settings.save(version, FIRST))
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1)
    }
    expect(await storage.settings.find()).toEqual({ ...FIRST, version: 2 })
  })
}
