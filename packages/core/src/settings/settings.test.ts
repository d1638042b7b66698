import { createWorld, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { RefusedError } from '../kernel/refusals.ts'
import { directory } from '../presets/directory.ts'

const AMARA = 'amara.okafor@northwind.example'
const LENA = 'lena.vogt@northwind.example'

/** As the policy has them. */
const UNTOUCHED = {
  welcome: 'administrators',
  welcomeText: null,
  signInAddress: 'generic',
  version: 0,
  resending: false,
}

let world: World
beforeEach(async () => {
  world = createWorld({ policy: directory })
  await world.createOwner({ email: AMARA, username: 'amara', firstName: 'Amara', lastName: 'Okafor' })
})

type Edit = Parameters<World['rollcall']['settings']['editSettings']>[1]

const get = async (by = AMARA) => world.rollcall.settings.getSettings(await world.as(by), {})
const edit = async (settings: Edit, by = AMARA) => world.rollcall.settings.editSettings(await world.as(by), settings)
const refusal = (work: Promise<unknown>): Promise<RefusedError> =>
  work.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: unknown) => (error instanceof RefusedError ? error : Promise.reject(error)),
  )

describe('the settings', () => {
  it('are those of the policy until somebody changes them [B71]', async () => {
    expect(await get()).toEqual(UNTOUCHED)
  })

  it('change one by one, and move by a version each time [B70]', async () => {
    const first = await edit({ welcome: 'nobody', version: 0 })
    expect(first).toEqual({ ...UNTOUCHED, welcome: 'nobody', version: 1 })
    const second = await edit({ welcomeText: 'Ask the help desk.\nWe are in on weekdays.', version: 1 })
    expect(second).toMatchObject({ welcome: 'nobody', welcomeText: 'Ask the help desk.\nWe are in on weekdays.' })
    expect(await edit({ welcomeText: '', version: 2 })).toEqual({ ...UNTOUCHED, welcome: 'nobody', version: 3 })
    expect(await get()).toMatchObject({ version: 3 })
  })

  it('are changed by the one who saw them as they are; the other is shown them', async () => {
    await edit({ welcome: 'everybody', version: 0 })
    for (const version of [0, 2]) {
      const refused = await refusal(edit({ welcome: 'nobody', version }))
      expect(refused.code).toBe('changed-meanwhile')
      expect(refused.details.current).toEqual({ ...UNTOUCHED, welcome: 'everybody', version: 1 })
    }
  })

  it('leave an entry that says what became of what, and none when they were refused', async () => {
    await edit({ welcome: 'everybody', version: 0 })
    await refusal(edit({ welcome: 'nobody', version: 0 }))
    const { items } = await world.rollcall.audit.listEntries(await world.as(AMARA), {})
    const entries = items.filter(({ action }) => action === 'settings.editSettings')
    expect(entries).toMatchObject([{ changes: { welcome: ['administrators', 'everybody'] }, target: null }])
  })

  it('lend nobody’s link the product’s voice', async () => {
    const refused = await refusal(edit({ welcomeText: 'See https://contoso.example/x', version: 0 }))
    expect(refused.details.fields).toEqual({ welcomeText: 'link-not-allowed' })
  })

  it('are for those with the right to change them', async () => {
    const lena = { email: LENA, firstName: 'Lena', lastName: 'Vogt' }
    await edit({ welcome: 'everybody', version: 0 })
    await world.create(AMARA, { ...lena, username: 'lena' })
    await world.register(lena)
    for (const call of [get(LENA), edit({ welcome: 'nobody', version: 1 }, LENA)]) {
      expect((await refusal(call)).details.reason).toBe('no-right')
    }
    expect(await get()).toMatchObject({ welcome: 'everybody', version: 1 })
  })
})
