import { createMemoryStorage } from '@rollcall/storage-memory'
import { createWorld, scenarios, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { csvLine } from '../kernel/csv.rules.ts'
import type { Stores } from '../ports/storage.ts'
import { directory } from '../presets/directory.ts'
import type { SignInAddress, WelcomeMode } from '../settings/welcome.rules.ts'

const AMARA = 'amara.okafor@northwind.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const PRIYA = 'priya.raman@contoso.example'
const THANDIWE = 'thandiwe.dlamini@northwind.example'
const SSO = { id: 'northwind-sso', name: 'Northwind SSO', domains: [], startUrl: '/sso/northwind' }
const PAGE = 'https://apps.northwind.example/sign-in'

let world: World
/** Mails before that one are of no interest. */
let first = 0
const forget = () => {
  first = world.mails.sent.length
}
const policy = { ...directory, signIn: { ...directory.signIn, providers: [SSO] } }
beforeEach(async () => {
  world = createWorld({ policy })
  await scenarios.productHub(world)
  forget()
})

const change = async (settings: { welcome?: WelcomeMode; signInAddress?: SignInAddress }) => {
  const amara = await world.as(AMARA)
  const { version } = await world.rollcall.settings.getSettings(amara, {})
  return world.rollcall.settings.editSettings(amara, { ...settings, version })
}
/** Rounds of the worker until nothing is left to do. */
const work = async () => {
  do await world.rollcall.worker.runOnce()
  while (await isResending())
}
const isResending = async () => (await world.rollcall.settings.getSettings(await world.as(AMARA), {})).resending
/** Where each welcome said to sign in, by the address it went to. */
const welcomed = () =>
  world.mails.sent
    .slice(first)
    .flatMap(({ envelope, mail }) =>
      mail.template === 'welcome' ? [[envelope.to.address, mail.data.signInLink] as const] : [],
    )
const crowd = async (count: number) => {
  const rows = Array.from({ length: count }, (_, n) => [`p${n}`, `p${n}@x.example`, 'P', `${n}`])
  async function* file() {
    yield new TextEncoder().encode([['Username', 'Email', 'FirstName', 'LastName'], ...rows].map(csvLine).join(''))
  }
  const amara = await world.as(AMARA)
  const { id: importId } = await world.rollcall.imports.previewImport(amara, { file: file() })
  await world.rollcall.imports.applyImport(amara, { importId })
}
const logged: string[] = []
/** Another hub, of 250 more people, whose storage fails once, at that page of a round. */
async function hubThatFallsAt(page: number) {
  const memory = createMemoryStorage()
  let pages = 0
  const transaction: typeof memory.transaction = (task) =>
    memory.transaction((tx: Stores) => {
      const proceed: Stores['settings']['proceed'] = async (from, to) => {
        pages += 1
        if (pages === page) throw new Error('killed')
        return tx.settings.proceed(from, to)
      }
      return task({ ...tx, settings: { ...tx.settings, proceed } })
    })
  const logger = { log: (_level: string, event: string) => void logged.push(event) }
  world = createWorld({ policy, storage: { ...memory, transaction }, logger })
  await scenarios.productHub(world)
  await change({ welcome: 'nobody' })
  await crowd(250)
  await change({ welcome: 'everybody' })
  forget()
  logged.length = 0
}

/** Administrators invite as well. */
function withInviting(access: typeof directory.access): typeof directory.access {
  const systemRoles = access.systemRoles.map((role) => ({ ...role, rights: [...role.rights, 'invitations.send'] }))
  return { ...access, systemRoles }
}

describe('welcomes that go out again', () => {
  it.each([
    ['everybody', [AMARA, OSCAR, THANDIWE, TOMASZ]],
    ['administrators', [AMARA, TOMASZ]],
    ['nobody', []],
  ] as const)('[B87] follow new addresses of sign-in to %s, with the address of each one’s way', async (mode, told) => {
    await change({ welcome: mode, signInAddress: 'separate' })
    expect(await isResending()).toBe(true)
    await work()
    const found = new Map(welcomed())
    for (const email of told) {
      expect(found.get(email)).toBe(email === THANDIWE ? 'https://apps.northwind.example/sso/northwind' : PAGE)
    }
    expect(found.size).toBe(mode === 'everybody' ? welcomed().length : told.length)
    expect(found.has(PRIYA)).toBe(false)
    expect(await isResending()).toBe(false)
  })

  it('[B87] give everybody the one page again when the switch goes back', async () => {
    await change({ welcome: 'everybody', signInAddress: 'separate' })
    await work()
    forget()
    await change({ signInAddress: 'generic' })
    await work()
    expect(new Map(welcomed()).get(THANDIWE)).toBe(PAGE)
    expect(welcomed().every(([, link]) => link === PAGE)).toBe(true)
  })

  it('follow no other change, and nobody who was set up since', async () => {
    await change({ welcome: 'everybody' })
    await work()
    expect(welcomed()).toEqual([])
    await change({ signInAddress: 'separate' })
    world.clock.advance(11_000)
    await world.create(AMARA, {
      email: 'lena.vogt@northwind.example',
      username: 'lena',
      firstName: 'Lena',
      lastName: 'Vogt',
    })
    await work()
    expect(welcomed().filter(([email]) => email.startsWith('lena'))).toHaveLength(1)
  })

  it('reach each person once, though it ends in the middle and two go on', async () => {
    await hubThatFallsAt(2)
    await change({ signInAddress: 'separate' })
    await world.rollcall.worker.runOnce()
    await world.rollcall.worker.runOnce()
    expect(logged).toEqual(['welcome_round_fail'])
    expect(await isResending()).toBe(true)
    await Promise.all([work(), work()])
    const addresses = welcomed().map(([email]) => email)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.filter((email) => email.endsWith('@x.example'))).toHaveLength(250)
    expect(await isResending()).toBe(false)
  })

  it('stop where an administrator sets the mode to nobody', async () => {
    await hubThatFallsAt(2)
    await change({ signInAddress: 'separate' })
    await world.rollcall.worker.runOnce()
    await world.rollcall.worker.runOnce()
    await change({ welcome: 'nobody' })
    expect(await isResending()).toBe(true)
    await work()
    expect(welcomed()).toHaveLength(100)
  })

  it('leave invitations to whoever sent them', async () => {
    const both = { ...policy, onboarding: ['creation', 'invitation'], access: withInviting(policy.access) } as const
    world = createWorld({ policy: both })
    await scenarios.productHub(world)
    const { results } = await world.rollcall.invitations.inviteUsers(await world.as(AMARA), {
      emails: ['lena.vogt@northwind.example'],
    })
    expect(results).toHaveLength(1)
    await work()
    const before = await world.storage.tokens.findByUser('invitation', await world.idOf('lena.vogt@northwind.example'))
    await change({ welcome: 'everybody', signInAddress: 'separate' })
    await work()
    expect(
      await world.storage.tokens.findByUser('invitation', await world.idOf('lena.vogt@northwind.example')),
    ).toEqual(before)
  })

  it('find administrators among many without a round of the worker for each page of others', async () => {
    await hubThatFallsAt(0)
    await change({ welcome: 'administrators', signInAddress: 'separate' })
    await world.rollcall.worker.runOnce()
    expect(
      welcomed()
        .map(([email]) => email)
        .toSorted(),
    ).toEqual([AMARA, TOMASZ])
    expect(await isResending()).toBe(false)
  })

  it('wait while other mails do', async () => {
    await hubThatFallsAt(0)
    const { outbox } = world.storage
    const busy = {
      ...world.storage,
      outbox: { ...outbox, backlog: async () => ({ due: 100, oldestDueAt: 0, failed: 0 }) },
    }
    const beside = createWorld({ policy, storage: busy, now: world.clock.now() })
    await change({ signInAddress: 'separate' })
    await beside.rollcall.worker.runOnce()
    expect(beside.mails.sent).toEqual([])
    expect(await isResending()).toBe(true)
  })
})
