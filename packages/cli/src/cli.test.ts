import { once } from 'node:events'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { configure, file, inFolder, inside, mails, rollcall, secret, start } from './shell.ts'

describe('rollcall migrate', () => {
  it('says what it applied, and the second time that nothing was left', async () => {
    expect(await rollcall('migrate')).toEqual({
      code: 0,
      said: 'applied 0001-first-tables\nThe schema is up to date.',
      complained: '',
    })
    expect(await rollcall('migrate')).toMatchObject({ code: 0, said: 'The schema was up to date.' })
  })

  it('names a file it cannot write, in one line', async () => {
    writeFileSync(file(), '')
    chmodSync(file(), 0o400)
    // Whoever may write everything finds a directory in the way instead.
    if (process.getuid?.() === 0) configure({ storage: `sqliteStorage({ file: ${JSON.stringify(inFolder())} })` })
    const { code, complained } = await rollcall('migrate')
    expect(code).toBe(1)
    expect(complained).toMatch(/^Rollcall SQLite storage: .+$/)
    expect(complained).toContain(inFolder())
  })
})

describe('rollcall doctor', () => {
  it('finds nothing wrong with a host in order', async () => {
    await rollcall('migrate')
    const { code, said } = await rollcall('doctor')
    expect(said.split('\n').map((line) => line.slice(0, 5))).toEqual(Array(9).fill('ok   '))
    expect(code).toBe(0)
  })

  it('tells everything that is wrong at once, each with what to do', async () => {
    configure({
      secrets: `['${secret}', '${secret}', undefined, 'c2hvcnQ']`,
      baseUrl: "'http://app.example'",
      mailer: "{ send: async () => {}, verify: async () => { throw new Error('connect ECONNREFUSED') } }",
    })
    const { code, said } = await rollcall('doctor')
    const failures = said.split('\n').filter((line) => line.startsWith('fail'))
    expect(code).toBe(1)
    expect(failures).toEqual([
      expect.stringContaining('secrets[1] repeats secrets[0]; leave one out'),
      expect.stringContaining('secrets[2] is missing; make one with `openssl rand -base64 32`'),
      expect.stringContaining('secrets[3] has 5 bytes, not 32'),
      expect.stringContaining('give it as https://'),
      expect.stringMatching(/mail server cannot be used: .*ECONNREFUSED/),
      expect.stringContaining('run `rollcall migrate`'),
    ])
  })

  it('repeats what the storage has to say of its database', async () => {
    await rollcall('migrate')
    const slow = "{ warnings: async () => ['Searches read everybody.'] }"
    configure({ storage: `Object.assign(sqliteStorage({ file: ${JSON.stringify(file())} }), ${slow})` })
    const { code, said } = await rollcall('doctor')
    expect(said).toMatch(/^warn {2}Searches read everybody\.$/m)
    expect(code).toBe(0)
  })

  it('notices an audit that was sealed in the future and mail that nobody delivers', async () => {
    await rollcall('migrate')
    await rollcall('create-owner', '--email', 'ada@northwind.example')
    configure({
      clock: '{ now: () => Date.now() - 86_400_000, wait: async () => {} }',
    })
    expect((await rollcall('doctor')).said).toMatch(/^fail {2}The clock says .+ set the clocks by NTP\.$/m)

    configure({ mailer: "{ send: async () => { throw new Error('down') } }" })
    await rollcall('create-owner', '--email', 'lena@northwind.example')
    configure({ clock: '{ now: () => Date.now() + 3_600_000, wait: async () => {} }' })
    const { code, said } = await rollcall('doctor')
    expect(said).toMatch(/^warn {2}1 mails due, .+ run `rollcall worker`/m)
    expect(code).toBe(0)
  })
})

describe('rollcall create-owner', () => {
  it('prints and mails a link that registers an administrator', async () => {
    await rollcall('migrate')
    const { code, said } = await rollcall('create-owner', '--email', 'ada@northwind.example')
    expect(code).toBe(0)
    expect(said).toContain('It was mailed as well.')
    const [, link = ''] = said.match(/^ {2}(http:\S+)$/m) ?? []
    expect(mails()).toMatchObject([{ template: 'invitation', credential: { link } }])

    const token = new URL(link).hash.replace('#token=', '')
    const profile = { firstName: 'Ada', lastName: 'Quist', password: 'seven green boats' }
    const again = await inside(async ({ invitations, users, anonymous, host }) => {
      const { answer } = await invitations.registerUser(anonymous({ address: null, agent: null }), {
        token,
        ...profile,
      })
      return users.getUser(host('test'), { userId: answer.userId })
    })
    expect(again.grants).toEqual([{ role: 'admin', scope: null, source: 'direct', group: null }])
  })

  it('says that the mail waits when it cannot be sent, and refuses an address twice', async () => {
    await rollcall('migrate')
    configure({ mailer: "{ send: async () => { throw new Error('no route to the mail server') } }" })
    const first = await rollcall('create-owner', '--email', 'ada@northwind.example')
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('(no route to the mail server)') })
    expect(await rollcall('create-owner', '--email', 'ADA@northwind.example')).toEqual({
      code: 1,
      said: '',
      complained: 'Somebody with this address exists already.',
    })
  })
})

describe('rollcall unlock', () => {
  it('opens a locked account by address, tells the person, and leaves its name in the audit', async () => {
    await rollcall('migrate')
    const visitor = { kind: 'anonymous', client: { address: null, agent: null } } as const
    await inside(async ({ users, invitations, signIn, host }) => {
      const { link } = await users.createOwner(host('test'), { email: 'ada@northwind.example' })
      const token = new URL(link).hash.replace('#token=', '')
      const profile = { firstName: 'Ada', lastName: 'Quist', password: 'seven green boats' }
      await invitations.registerUser(visitor, { token, ...profile })
      for (let guess = 0; guess < 5; guess++) {
        await signIn.signIn(visitor, { identifier: 'ada@northwind.example', password: 'wrong' }).catch(() => {})
      }
    })
    const unlock = () => rollcall('unlock', '--email', 'Ada@northwind.example')
    expect(await unlock()).toEqual({ code: 0, said: 'ada@northwind.example is unlocked.', complained: '' })
    expect(mails().at(-1)?.template).toBe('unlocked')
    expect(await unlock()).toMatchObject({ code: 1, complained: 'The account is not locked.' })

    const reader = new Database(file())
    const entry = reader.prepare("SELECT * FROM audit_entries WHERE action = 'lockout.unlockUser'").get([])
    reader.close()
    expect(JSON.stringify(entry)).toContain('rollcall unlock')
  })

  it('says whom it does not know', async () => {
    await rollcall('migrate')
    const unlock = (...who: string[]) => rollcall('unlock', ...who)
    expect((await unlock('--email', 'ada@northwind.example')).complained).toBe(
      'Nobody has the address ada@northwind.example.',
    )
    expect((await unlock('--id', '42')).complained).toBe('There is no such user.')
    expect((await unlock()).complained).toBe('Say who: either --email or --id')
  })
})

describe('rollcall worker', () => {
  it('delivers what others left and stops when told', async () => {
    await rollcall('migrate')
    configure({ mailer: "{ send: async () => { throw new Error('down') } }" })
    await rollcall('create-owner', '--email', 'ada@northwind.example')
    // The first retry is due after 30 seconds.
    configure({
      clock: '{ now: () => Date.now() + 60_000, wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }',
    })

    const child = start('worker')
    const closed = once(child, 'close')
    await expect.poll(mailsOrNone, { timeout: 20_000 }).toBe(1)
    child.kill('SIGTERM')
    expect(await closed).toEqual([0, null])
  })

  it('refuses a schema older than the code, with the command to run', async () => {
    const { code, complained } = await rollcall('worker')
    expect(code).toBe(1)
    expect(complained).toMatch(/^Rollcall SQLite storage: .*run `rollcall migrate`$/)
  })
})

describe('rollcall verify-audit', () => {
  it('counts an audit in order, and names an entry that was edited', async () => {
    await rollcall('migrate')
    await rollcall('create-owner', '--email', 'ada@northwind.example')
    expect(await rollcall('verify-audit')).toMatchObject({
      code: 0,
      said: expect.stringMatching(
        /^1 entries under 1 seals, 0 not sealed yet, no problems\.\nKeep this elsewhere, and give it the next time: --known=\S+$/,
      ),
    })
    expect(await rollcall('verify-audit', '--known=-another')).toMatchObject({
      code: 1,
      said: expect.stringContaining('Seal -another is gone, with all that followed.'),
    })
    const editor = new Database(file())
    editor.prepare("UPDATE audit_entries SET action = 'users.getMe'").run([])
    editor.close()
    const { code, said } = await rollcall('verify-audit')
    expect(code).toBe(1)
    expect(said).toMatch(/^problem {2}Entry \S+ was edited\.$/m)
  })
})

describe('a configuration', () => {
  it('is asked for where there is none', async () => {
    rmSync(inFolder('rollcall.config.ts'))
    const { code, complained } = await rollcall('migrate')
    expect(code).toBe(1)
    expect(complained).toBe(
      `There is no rollcall.config.ts or rollcall.config.mjs in ${inFolder()}. Write one, or name it with --config.`,
    )
  })

  it.each([
    ['has no default export', 'export const config = {}', /has to export defineConfig\({ … }\) as its default/],
    ['leaves options out', 'export default { policy: {}, storage: {} }', /leaves out mailer, hasher, secrets, baseUrl/],
    ['does not load', "import 'no-such-package'", /rollcall\.config\.ts does not load: .*no-such-package/],
  ])('that %s is refused in one sentence', async (_, text, sentence) => {
    writeFileSync(inFolder('rollcall.config.ts'), text)
    const { code, complained } = await rollcall('verify-audit')
    expect(code).toBe(1)
    expect(complained).toMatch(sentence)
    expect(complained).not.toContain('    at ')
  })

  it('without secrets is refused where they are needed', async () => {
    configure({ secrets: '[]' })
    await rollcall('migrate')
    const { code, complained } = await rollcall('create-owner', '--email', 'ada@northwind.example')
    expect(code).toBe(1)
    expect(complained).toMatch(/^Rollcall: `secrets` is empty\./)
  })
})

it('says which command it does not know, and exits with 2', async () => {
  const { code, said, complained } = await rollcall('unlok')
  expect(code).toBe(2)
  expect(complained).toBe('There is no command "unlok".')
  expect(said).toContain('verify-audit')
  expect(await rollcall('migrate', '--force')).toMatchObject({ code: 2, complained: 'Unknown option `--force`' })
})

function mailsOrNone(): number {
  try {
    return mails().length
  } catch {
    return 0
  }
}
