import { cheapHasher, createWorld, PASSWORD, type World } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { type RefusalCode, RefusedError } from '../kernel/refusals.ts'
import { HasherBusyError, type PasswordHasher } from '../ports/password-hasher.ts'
import { userKeys } from '../users/identifier.rules.ts'

const MINUTE = 60_000
const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const lena = { email: 'lena.vogt@northwind.example', firstName: 'Lena', lastName: 'Vogt' }
const client = { address: '203.0.113.24', agent: 'Firefox' }

/** The cheap hasher, with what was verified against somebody's own hash written down. */
function countingHasher() {
  const inner = cheapHasher()
  const hashes = new Set<string>()
  const verified: string[] = []
  const hasher: PasswordHasher = {
    ...inner,
    hash: async (password) => {
      const hash = await inner.hash(password)
      if (password.startsWith(PASSWORD)) hashes.add(hash)
      return hash
    },
    verify: async (password, hash) => {
      if (hashes.has(hash)) verified.push(password)
      return inner.verify(password, hash)
    },
  }
  return { hasher, verified }
}

let world: World
let verified: string[]
beforeEach(async () => {
  const counting = countingHasher()
  verified = counting.verified
  world = createWorld({ hasher: counting.hasher })
  await world.createOwner(amara)
  await world.invite(amara.email, lena.email)
  await world.register(lena)
  verified.length = 0
})

const signIn = (password: string, identifier = lena.email) =>
  world.rollcall.signIn.signIn(world.rollcall.anonymous(client), { identifier, password })
const codeOf = (work: Promise<unknown>): Promise<RefusalCode | 'in'> =>
  work.then(
    () => 'in',
    (error: unknown) => (error instanceof RefusedError ? error.code : Promise.reject(error)),
  )
const wrong = async (times: number) => {
  for (let n = 0; n < times; n += 1) expect(await codeOf(signIn(`wrong ${n}`))).toBe('wrong-credentials')
}
const statusOf = async () =>
  (await world.rollcall.users.getUser(world.rollcall.host('test'), { userId: await world.idOf(lena.email) })).status

describe('signIn', () => {
  it('opens a session that authenticates, whatever the case of the address', async () => {
    world.clock.advance(1)
    const { session } = await signIn(PASSWORD, 'LENA.Vogt@northwind.EXAMPLE')
    const token = session && session !== 'closed' ? session.token : ''
    const actor = await world.rollcall.sessions.authenticate(token, client)
    expect(actor?.effective.user.email).toBe(lena.email)
    const { items } = await world.rollcall.audit.listEntries(world.rollcall.host('test'), {
      userId: actor?.real.user.id ?? '',
      limit: 1,
    })
    const [entry] = items
    expect(entry).toMatchObject({ action: 'signIn.signIn', real: { name: 'Lena Vogt' } })
    expect(await world.rollcall.sessions.authenticate(`${token}x`, client)).toBeNull()
  })

  it('answers alike for unknown, unregistered, switched-off and locked people', async () => {
    await world.invite(amara.email, 'pending@northwind.example')
    const user = await world.storage.users.find(await world.idOf(lena.email))
    const answers = [await codeOf(signIn(PASSWORD, 'nobody@northwind.example'))]
    answers.push(await codeOf(signIn(PASSWORD, 'pending@northwind.example')))
    await wrong(5)
    answers.push(await codeOf(signIn(PASSWORD)))
    if (!user) throw new Error('gone')
    await world.storage.users.update(user.id, user.version, { fields: { enabled: false }, keys: userKeys(user) })
    answers.push(await codeOf(signIn(PASSWORD)))
    expect(new Set(answers)).toEqual(new Set(['wrong-credentials']))
  })

  it('never locks people who have no password here, however many guesses at them', async () => {
    const user = await world.storage.users.find(await world.idOf(lena.email))
    if (!user) throw new Error('Lena has gone.')
    const external = { kind: 'external', provider: 'northwind-sso', subject: 'lvogt' } as const
    await world.storage.users.update(user.id, user.version, {
      fields: { authentication: external },
      keys: userKeys(user),
    })
    await wrong(7)
    expect(await statusOf()).toBe('confirmed')
  })

  it('lets a right password in after four wrong ones, which start over then', async () => {
    await wrong(4)
    await signIn(PASSWORD)
    await wrong(4)
    expect(await codeOf(signIn(PASSWORD))).toBe('in')
  })

  it('locks at the fifth wrong password, tells the person, and looks at no password after that [C34]', async () => {
    await wrong(5)
    expect(await statusOf()).toBe('locked')
    expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
    expect(verified).toHaveLength(5)
    await world.deliver()
    expect(world.mails.lastTo(lena.email)).toMatchObject({ template: 'locked', data: { attempts: 5 } })
  })

  it('opens a lock by itself after thirty minutes, with a fresh count', async () => {
    await wrong(5)
    world.clock.advance(30 * MINUTE - 1)
    expect(await codeOf(signIn(PASSWORD))).toBe('wrong-credentials')
    world.clock.advance(1)
    await wrong(4)
    expect(await codeOf(signIn(PASSWORD))).toBe('in')
  })

  it('evaluates exactly five of two hundred parallel wrong passwords', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => codeOf(signIn(`wrong ${n}`))))
    expect(new Set(answers)).toEqual(new Set(['wrong-credentials']))
    expect(verified).toHaveLength(5)
  })

  it('lets two hundred parallel right passwords all in', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => codeOf(signIn(PASSWORD))))
    expect(new Set(answers)).toEqual(new Set(['in']))
  })

  it('gives the attempt back when the hasher is full or fails', async () => {
    const inner = cheapHasher()
    let fault: Error | null = null
    world = createWorld({
      hasher: { ...inner, verify: (password, hash) => (fault ? Promise.reject(fault) : inner.verify(password, hash)) },
    })
    await world.createOwner(lena)
    for (let n = 0; n < 10; n += 1) {
      fault = new HasherBusyError()
      expect(await codeOf(signIn('wrong'))).toBe('too-many-requests')
      fault = new Error('out of memory')
      await expect(signIn('wrong')).rejects.toThrow('out of memory')
    }
    fault = null
    expect(await codeOf(signIn(PASSWORD))).toBe('in')
  })

  it('renews a weaker hash at the next sign-in', async () => {
    const inner = cheapHasher()
    let version = 1
    world = createWorld({
      hasher: {
        hash: async (password) => `${version}|${await inner.hash(password)}`,
        verify: (password, hash) => inner.verify(password, hash.slice(2)),
        accepts: () => true,
        needsRehash: (hash) => !hash.startsWith(`${version}|`),
      },
    })
    await world.createOwner(lena)
    version = 2
    await signIn(PASSWORD)
    const credential = await world.storage.credentials.find(await world.idOf(lena.email))
    expect(credential?.hash).toMatch(/^2\|/)
    expect(await codeOf(signIn(PASSWORD))).toBe('in')
  })

  it('compares a hash made elsewhere with the password as typed, and from then on with the normalised one', async () => {
    const typed = 'H\u00f6he 3\u00b3 \u00b4kestrel\u00b4'
    const { credentials } = world.storage
    const userId = await world.idOf(lena.email)
    const elsewhere = { userId, hash: await cheapHasher().hash(typed), scheme: 0, changedAt: 7, setBy: null }
    await credentials.save(elsewhere, 0)
    expect(await codeOf(signIn(typed.normalize('NFKC')))).toBe('wrong-credentials')
    expect(await codeOf(signIn(typed))).toBe('in')
    const renewed = { hash: await cheapHasher().hash(typed.normalize('NFKC')), scheme: 1 }
    expect(await credentials.find(userId)).toEqual({ ...elsewhere, ...renewed })
    expect(await codeOf(signIn(typed))).toBe('in')
  })

  it('ends a session on signing out, at its idle and at its absolute limit', async () => {
    const authenticate = async (token: string) => (await world.rollcall.sessions.authenticate(token, client)) !== null
    const [out, idle, old] = [
      await world.signIn(lena.email),
      await world.signIn(lena.email),
      await world.signIn(lena.email),
    ]
    const actor = await world.rollcall.sessions.authenticate(out, client)
    if (!actor) throw new Error('no session')
    await world.rollcall.signIn.signOut(actor, {})
    expect(await authenticate(out)).toBe(false)
    for (let minute = 0; minute < 24 * 60 - 30; minute += 30) {
      world.clock.advance(30 * MINUTE)
      expect(await authenticate(old)).toBe(true)
    }
    expect(await authenticate(idle)).toBe(false)
    world.clock.advance(30 * MINUTE)
    expect(await authenticate(old)).toBe(false)
  })
})

describe('unlockUser', () => {
  const unlock = async (message?: string) =>
    world.rollcall.lockout.unlockUser(await world.as(amara.email), {
      userId: await world.idOf(lena.email),
      ...(message ? { message } : {}),
    })

  it('opens the account, zeroes its counter, mails the person and writes it down', async () => {
    await wrong(5)
    expect(await unlock()).toMatchObject({ status: 'confirmed', lockedAt: null })
    await wrong(4)
    expect(await codeOf(signIn(PASSWORD))).toBe('in')
    await world.deliver()
    expect(world.mails.lastTo(lena.email)).toMatchObject({ template: 'unlocked', data: { message: null } })
    const report = await world.rollcall.audit.verifyEntries()
    expect(report.problems).toEqual([])
  })

  it('sends the administrator’s own words where the relation allows', async () => {
    await wrong(5)
    await unlock('It was the new keyboard.')
    await world.deliver()
    expect(world.mails.lastTo(lena.email)).toMatchObject({ data: { message: 'It was the new keyboard.' } })
  })

  it('refuses when nothing is locked, or somebody was faster', async () => {
    expect(await codeOf(unlock())).toBe('not-locked')
    await wrong(5)
    const answers = await Promise.all([codeOf(unlock()), codeOf(unlock()), codeOf(unlock())])
    expect(answers.sort()).toEqual(['in', 'not-locked', 'not-locked'])
  })
})
