import { createMemoryStorage } from '@rollcall/storage-memory'
import { cheapHasher, createWorld } from '@rollcall/testing'
import { describe, expect, it } from 'vitest'
import { contract } from './contract.ts'
import { createRollcall } from './create-rollcall.ts'
import type { Endpoint } from './kernel/endpoint.ts'
import { RefusedError } from './kernel/refusals.ts'
import { StorageError } from './ports/storage.ts'
import { inviteFirst } from './presets/invite-first.ts'
import type { RollcallOptions } from './rollcall-options.ts'

const options: RollcallOptions = {
  policy: inviteFirst,
  storage: createMemoryStorage(),
  mailer: { send: async () => {} },
  hasher: cheapHasher(),
  secrets: [new Uint8Array(32)],
  baseUrl: 'https://apps.northwind.example',
}
const operations = Object.entries(contract).flatMap(([slice, verbs]) =>
  Object.entries(verbs as Record<string, Endpoint>).map(([verb, entry]) => [`${slice}.${verb}`, entry] as const),
)

describe('createRollcall', () => {
  it('refuses to start without a secret, with a contradictory policy, with an address or a key that is none', () => {
    expect(() => createRollcall({ ...options, secrets: [] })).toThrow(/`secrets` is empty/)
    expect(() => createRollcall({ ...options, baseUrl: '/users' })).toThrow(/absolute address/)
    const policy = { ...inviteFirst, lockout: { threshold: 0, opensAfterMinutes: null } }
    expect(() => createRollcall({ ...options, policy })).toThrow(/lockout.threshold must be above 0/)
    const attributes = { 'cost centre': { label: 'Cost centre', type: 'text', screen: 'hidden' } } as const
    expect(() => createRollcall({ ...options, attributes })).toThrow(/attribute "cost centre"/)
  })

  it('logs who lacked a right and for what, and nothing of other refusals', async () => {
    const logged: unknown[] = []
    const logger = { log: (...event: unknown[]) => void logged.push(event) }
    const world = createWorld({ logger })
    await world.createOwner({ email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' })
    const lena = { email: 'lena.vogt@northwind.example', firstName: 'Lena', lastName: 'Vogt' }
    await world.invite('amara.okafor@northwind.example', lena.email)
    const { userId: real } = await world.register(lena)
    const actor = await world.as(lena.email)
    logged.length = 0
    const invite = world.rollcall.invitations.inviteUsers(actor, { emails: ['tom@northwind.example'] })
    await expect(invite).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(world.rollcall.users.getUser(actor, { userId: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
    const details = { operation: 'invitations.inviteUsers', reason: 'no-right', real, effective: real }
    expect(logged).toEqual([['warn', 'authz_fail', details]])
  })

  it.each(operations)('%s tells anonymous and restricted callers what they must do first', async (name, entry) => {
    const world = createWorld()
    await world.createOwner({ email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' })
    const actor = await world.as('amara.okafor@northwind.example')
    const [slice = '', verb = ''] = name.split('.')
    const all = world.rollcall as unknown as Record<
      string,
      Record<string, (actor: unknown, input: unknown) => Promise<unknown>>
    >
    const codeFor = (who: unknown) =>
      all[slice]
        ?.[verb]?.(who, { '': 0 })
        .catch((error: unknown) => (error instanceof RefusedError ? error.code : error))
    const anonymous = world.rollcall.anonymous({ address: null, agent: null })
    expect(await codeFor(anonymous)).toBe(entry.caller === 'anyone' ? 'invalid-input' : 'not-signed-in')
    const restricted = { ...actor, session: { ...actor.session, restricted: true } }
    expect(await codeFor(restricted)).toBe(entry.caller === 'signed-in' ? 'password-change-required' : 'invalid-input')
    expect(world.rollcall.access.can(restricted, 'users.read')).toBe(false)
    expect(world.rollcall.access.can(actor, 'users.read')).toBe(true)
    expect(await codeFor(actor)).toBe('invalid-input')
  })

  it('retries a mail with growing pauses, gives it up in the end, and says so in health', async () => {
    const world = createWorld({ mailer: { send: () => Promise.reject(new Error('greylisted')) } })
    await world.rollcall.users.createOwner(world.rollcall.host('test'), { email: 'amara@northwind.example' })
    const health = () => world.rollcall.system.getHealth(world.rollcall.host('test'), {})
    const dues: (string | null)[] = []
    for (let round = 0; round < 30; round += 1) {
      await world.deliver()
      const { details } = await health()
      if (details?.mailsFailed) break
      dues.push(details?.oldestMailDueAt ?? null)
      world.clock.advance(4 * 3_600_000)
    }
    expect((await health()).details).toMatchObject({ mailsDue: 0, mailsFailed: 1 })
    expect(dues.length).toBe(23)
  })

  it('sends a mail once although the database is away when that is to be written down', async () => {
    let away = 3
    const storage = createMemoryStorage()
    const settle: typeof storage.outbox.settle = async (...args) => {
      away -= 1
      if (away >= 0) throw new StorageError('test', 'unavailable', 'the server is starting')
      return storage.outbox.settle(...args)
    }
    const world = createWorld({ storage: { ...storage, outbox: { ...storage.outbox, settle } } })
    const waited: number[] = []
    world.clock.wait = async (pause) => {
      waited.push(pause)
    }
    await world.rollcall.users.createOwner(world.rollcall.host('test'), { email: 'amara@northwind.example' })
    await world.deliver()
    world.clock.advance(3_600_000)
    await world.deliver()
    expect(world.mails.sent).toHaveLength(1)
    expect(waited).toEqual([200, 1_000, 3_000])
  })
})
