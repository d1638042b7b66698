import type { Settings } from '@rollcall/core'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { atOnce } from './races.ts'

const FIRST: Settings = { welcome: 'everybody', welcomeText: 'Hello.\n"\u{1f600}"', signInAddress: 'generic' }
const SECOND: Settings = { welcome: 'nobody', welcomeText: null, signInAddress: 'separate' }

export function testSettings(test: TestStorageCase): void {
  test('has no settings until somebody changes them, then the latest with its version', async ({ settings }) => {
    expect(await settings.find()).toBeNull()
    expect(await settings.save(0, FIRST, null)).toBe('saved')
    expect(await settings.find()).toEqual({ ...FIRST, version: 1, round: null })
    expect(await settings.save(1, SECOND, null)).toBe('saved')
    expect(await settings.find()).toEqual({ ...SECOND, version: 2, round: null })
  })

  test('says stale at another version than the present one, and changes nothing', async ({ settings }) => {
    expect(await settings.save(1, FIRST, null)).toBe('stale')
    expect(await settings.find()).toBeNull()
    await settings.save(0, FIRST, null)
    expect(await settings.save(0, SECOND, null)).toBe('stale')
    expect(await settings.save(2, SECOND, null)).toBe('stale')
    expect(await settings.find()).toEqual({ ...FIRST, version: 1, round: null })
  })

  test('saves settings for exactly one of 20 at the same version', async (storage, handles) => {
    for (const version of [0, 1]) {
      const outcomes = await atOnce(await handles(4), 20, (handle) => handle.settings.save(version, FIRST, null))
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1)
    }
    expect(await storage.settings.find()).toEqual({ ...FIRST, version: 2, round: null })
  })

  test('begins a round with a change, moves it from where it is, and ends it', async ({ settings }) => {
    await settings.save(0, FIRST, 'place 1')
    expect(await settings.find()).toEqual({ ...FIRST, version: 1, round: 'place 1' })
    expect(await settings.proceed('place 2', 'place 3')).toBe(false)
    expect(await settings.proceed('place 1', 'place 2')).toBe(true)
    expect(await settings.save(1, SECOND, null)).toBe('saved')
    expect(await settings.find()).toEqual({ ...SECOND, version: 2, round: 'place 2' })
    expect(await settings.save(2, FIRST, 'place 1')).toBe('saved')
    expect(await settings.proceed('place 2', null)).toBe(false)
    expect(await settings.proceed('place 1', null)).toBe(true)
    expect(await settings.find()).toEqual({ ...FIRST, version: 3, round: null })
    expect(await settings.proceed('place 1', 'place 2')).toBe(false)
  })

  test('moves a round for exactly one of 20 at the same place', async (storage, handles) => {
    await storage.settings.save(0, FIRST, 'place 1')
    const moved = await atOnce(await handles(4), 20, (handle) => handle.settings.proceed('place 1', 'place 2'))
    expect(moved.filter(Boolean)).toHaveLength(1)
  })
}
