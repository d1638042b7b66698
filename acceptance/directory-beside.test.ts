import { directory } from '@rollcall/core/presets'
import { usernameProblem } from '@rollcall/core/rules'
import { createWorld, PASSWORD, scenarios } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { amara, lena, meilin, oscar, type ProductHub, productHub } from './product-hub.ts'
import { codeOf, mailedToken, reasonOf, visit } from './visit.ts'

const DAY = 24 * 3_600_000
const NEXT = 'Marble thunder kite 77'

let hub: ProductHub
beforeEach(async () => {
  hub = await productHub()
})

const signIn = (identifier: string, password = PASSWORD) =>
  codeOf(visit(hub.world).client.signIn.signIn({ identifier, password }))
const importFile = async (text: string) => {
  const { client } = hub.admin
  const { id, counts } = await client.imports.previewImport({ file: new Blob([text]) })
  await client.imports.applyImport({ importId: id })
  return { id, counts }
}

describe('user names', () => {
  it('[B58] are addresses only where the policy says so', () => {
    expect(usernameProblem('lena.vogt', { format: 'text' })).toBeNull()
    expect(usernameProblem('lena.vogt', { format: 'email' })).toBe('invalid')
    expect(usernameProblem('lena.vogt@northwind.example', { format: 'email' })).toBeNull()
  })

  it('[B66] in a file find people and never rename them', async () => {
    const row = (name: string) => `Username,Email,FirstName,LastName\n${name},${oscar.email},Óscar,Montenegro\n`
    expect((await importFile(row('OSCAR'))).counts).toMatchObject({ update: 1 })
    const { id, counts } = await importFile(row('oscar.f'))
    expect(counts).toMatchObject({ update: 0, refused: 1 })
    const { rows } = await hub.admin.client.imports.listRows({ importId: id })
    expect(rows[0]?.problems[0]).toMatchObject({ code: 'email-in-use' })
    expect(await hub.admin.client.users.getUser(await hub.who(oscar))).toMatchObject({ username: 'oscar' })
  })

  it('[B83] sign people in however they are written', async () => {
    for (const typed of ['oscar', 'OSCAR', ' Oscar ']) expect(await signIn(typed)).toBe('done')
    expect(await signIn(oscar.email)).toBe('wrong-credentials')
  })
})

describe('addresses', () => {
  it('[B65] [B82] [B93] are the same however they are written, and as long as RFC 5321 lets them be', async () => {
    const { client } = hub.admin
    expect(await codeOf(client.users.createUser({ ...lena, email: oscar.email.toUpperCase() }))).toBe('email-in-use')
    expect(await codeOf(client.users.createUser({ ...lena, email: `${'l'.repeat(65)}@northwind.example` }))).toBe(
      'invalid-input',
    )
    expect(await codeOf(client.users.createUser({ ...lena, email: `${'l'.repeat(64)}@northwind.example` }))).toBe(
      'done',
    )
  })
})

describe('one storage', () => {
  it('[B64] is one tenant: nobody of another one is found, changed or met with in a file', async () => {
    const other = createWorld({ policy: directory })
    await scenarios.empty(other)
    const { client } = visit(other, await other.signIn(amara.email))
    expect((await client.users.listUsers()).items).toHaveLength(1)
    const { counts } = await client.imports.previewImport({
      file: new Blob([`Username,Email,FirstName,LastName\noscar,${oscar.email},Óscar,Montenegro\n`]),
    })
    expect(counts).toMatchObject({ create: 1, update: 0 })
    expect(await codeOf(client.users.getUser(await hub.who(meilin)))).toBe('not-found')
  })

  it('[B59] [B60] tells other products who came and who changed, and gives all of them out at once', async () => {
    const told: string[] = []
    const events = {
      emit: async ({ type, email }: { type: string; email: string }) => void told.push(`${type} ${email}`),
    }
    const world = createWorld({ policy: directory, events })
    await scenarios.empty(world)
    const { client } = visit(world, await world.signIn(amara.email))
    const { id, version } = await client.users.createUser(lena)
    await client.users.editUser({ userId: id, version, jobTitle: 'Auditor' })
    await world.deliver()
    expect(told).toEqual(expect.arrayContaining([`user.created ${lena.email}`, `user.edited ${lena.email}`]))
    const file = await (await client.users.exportUsers()).text()
    for (const email of [amara.email, lena.email]) expect(file).toContain(email)
  })
})

describe('the password', () => {
  it('[B77] is never a temporary one that somebody else has seen', async () => {
    const { client } = hub.admin
    expect(
      await reasonOf(client.passwords.issueTemporaryPassword({ ...(await hub.seen(oscar)), channel: 'screen' })),
    ).toBe('no-right')
    expect(directory.temporaryPassword.channels).toEqual([])
  })

  it('[B78] [B79] is chosen anew with a code mailed for the user name, by its rules, and opens no session', async () => {
    const browser = visit(hub.world)
    await browser.client.passwords.requestReset({ identifier: oscar.username })
    await hub.world.deliver()
    const token = mailedToken(hub.world, oscar.email)
    const complete = (password: string) => codeOf(browser.client.passwords.completeReset({ token, password }))
    for (const password of ['marble thunder kite 77', 'MARBLE THUNDER 77', 'Marble thunder kite', 'Marblethunder77']) {
      expect(await complete(password)).toBe('password-too-weak')
    }
    for (const password of [` ${NEXT}`, 'Marb 7']) expect(await complete(password)).toBe('password-too-weak')
    expect(await complete(NEXT)).toBe('done')
    expect(browser.signedIn()).toBe(false)
    expect(await signIn(oscar.username, NEXT)).toBe('done')
  })

  it('[B80] is asked back for at a name nobody has with the same answer, and no mail', async () => {
    const { client } = visit(hub.world)
    const before = hub.world.mails.sent.length
    const known = await client.passwords.requestReset({ identifier: oscar.username })
    expect(await client.passwords.requestReset({ identifier: 'nobody' })).toEqual(known)
    await hub.world.deliver()
    expect(hub.world.mails.sent).toHaveLength(before + 1)
  })

  it('[B81] of one’s own takes the present one', async () => {
    const { client } = await hub.as(oscar)
    const change = (currentPassword: string) =>
      codeOf(client.passwords.changeOwnPassword({ currentPassword, password: NEXT }))
    expect(await change('not the password')).toBe('wrong-credentials')
    expect(await change(PASSWORD)).toBe('done')
  })
})

describe('oneself', () => {
  it('[B84] is one’s own to edit, but for what administrators write', async () => {
    const { client } = await hub.as(oscar)
    const { version, fields } = await client.users.getMe()
    expect(fields).toMatchObject({ firstName: true, phone: true, jobTitle: false })
    expect(await codeOf(client.users.editMe({ jobTitle: 'Boss', version }))).toBe('not-allowed')
    expect(await client.users.editMe({ displayName: 'Óscar', version })).toMatchObject({ displayName: 'Óscar' })
  })
})

describe('locks and long absence', () => {
  it('[B90] [B91] [B92] follow numbers of the policy', async () => {
    const world = createWorld({
      policy: { ...directory, lockout: { threshold: 3, opensAfterMinutes: null }, dormantAfterDays: 90 },
    })
    await scenarios.empty(world)
    await world.create(amara.email, { ...lena, grants: [] })
    const { client } = visit(world, await world.signIn(amara.email))
    const { userId } = { userId: await world.idOf(lena.email) }
    await client.users.sendWelcome({ userId })
    await world.deliver()
    await world.register(lena)
    const statusOf = async () => (await client.users.getUser({ userId })).status
    for (const _ of [1, 2, 3]) {
      expect(await statusOf()).toBe('confirmed')
      await codeOf(visit(world).client.signIn.signIn({ identifier: lena.username, password: 'not the password' }))
    }
    expect(await statusOf()).toBe('locked')
    await client.lockout.unlockUser({ userId })
    world.clock.advance(90 * DAY)
    expect((await world.rollcall.users.getUser(world.rollcall.host('test'), { userId })).status).toBe('dormant')
  })

  it('[B89] the log is taken away as a file, from one day to another', async () => {
    const { client } = hub.admin
    await client.users.createUser(lena)
    const now = hub.world.clock.now()
    const [from, until] = [now - DAY, now + DAY].map((at) => new Date(at).toISOString())
    const file = await (await client.audit.exportEntries({ from, until })).text()
    expect(file.split('\r\n')[0]).toMatch(/^At,Action,By/)
    expect(file).toContain('users.createUser')
  })
})
