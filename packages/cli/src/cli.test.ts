import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRollcall, type Mail } from '@rollcall/core'
import { directory, inviteFirst } from '@rollcall/core/presets'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import Database from 'libsql'
import { build, defaultServerConditions } from 'vite'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { quickHasher } from './parts.child.ts'

const secret = Buffer.alloc(32, 7).toString('base64url')
const home = join(import.meta.dirname, '../node_modules/.cache')
const bundle = join(home, 'bundle')

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: bundle,
      rolldownOptions: { input: ['bin', 'parts.child'].map((name) => join(import.meta.dirname, `${name}.ts`)) },
    },
    ssr: {
      noExternal: [/^@rollcall/, 'papaparse'],
      external: ['jiti', 'libsql'],
      resolve: { conditions: ['@rollcall/source', ...defaultServerConditions] },
    },
  })
})

/** A host: its folder, configuration and database. */
let folder: string
const file = () => join(folder, 'rollcall.db')

beforeEach(() => {
  folder = mkdtempSync(join(home, 'host-'))
  configure()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function configure(changes: Record<string, string> = {}) {
  const options = {
    policy: 'inviteFirst',
    storage: `sqliteStorage({ file: ${JSON.stringify(file())} })`,
    hasher: 'quickHasher',
    secrets: `['${secret}']`,
    baseUrl: "'http://localhost:3000'",
    mailer: "{ send: async (envelope, mail) => appendFileSync('mails.jsonl', JSON.stringify(mail) + '\\n') }",
    ...changes,
  }
  const text = `
    import { appendFileSync } from 'node:fs'
    import { csvParser, defineConfig, directory, inviteFirst, quickHasher, sqliteStorage } from '../bundle/parts.child.js'

    export default defineConfig({ ${Object.entries(options).map(([name, value]) => `${name}: ${value}`)} })`
  writeFileSync(join(folder, 'rollcall.config.ts'), text)
}

function start(...args: string[]) {
  return spawn(process.execPath, [join(bundle, 'bin.js'), ...args], { cwd: folder })
}

const rollcall = (...args: string[]) => answering('', ...args)

/** Runs a command to its end, with that as its standard input. */
async function answering(input: string, ...args: string[]) {
  const child = start(...args)
  child.stdin.end(input)
  let said = ''
  let complained = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    complained += text
  })
  const [code] = await once(child, 'close')
  return { code, said: said.trim(), complained: complained.trim() }
}

const mails = () =>
  readFileSync(join(folder, 'mails.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Mail)

/** The host's own server on the same database, for what no command does. */
async function inside<T>(
  work: (rollcall: ReturnType<typeof createRollcall>) => Promise<T>,
  policy = inviteFirst,
): Promise<T> {
  const storage = sqliteStorage({ file: file() })
  const mailer = { send: async () => {} }
  const logger = { log: () => {} }
  const options = {
    policy,
    storage,
    mailer,
    logger,
    hasher: quickHasher,
    secrets: [secret],
    baseUrl: 'http://localhost:3000',
  }
  try {
    const rollcall = createRollcall(options)
    const done = await work(rollcall)
    await rollcall.worker.runOnce()
    return done
  } finally {
    await storage.close()
  }
}

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
    if (process.getuid?.() === 0) configure({ storage: `sqliteStorage({ file: ${JSON.stringify(folder)} })` })
    const { code, complained } = await rollcall('migrate')
    expect(code).toBe(1)
    expect(complained).toMatch(/^Rollcall SQLite storage: .+$/)
    expect(complained).toContain(folder)
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

describe('rollcall import', () => {
  const HEADER = 'Username,FirstName,LastName,Email'
  const write = (...rows: string[]) =>
    writeFileSync(join(folder, 'people.csv'), [HEADER, ...rows].map((row) => `${row}\r\n`).join(''))
  const row = (name: string) => `${name},${name},Quist,${name}@northwind.example`
  const rejected = () => readFileSync(join(folder, 'people.csv.rejected.csv'), 'utf8')
  const idIn = (said: string) => said.match(/--resume (\S+)`/)?.[1] ?? ''
  const usernames = () =>
    inside(async ({ users, host }) => {
      const { items } = await users.listUsers(host('test'), { sort: 'username' })
      return items.map(({ username }) => username)
    }, directory)

  beforeEach(async () => {
    configure({ policy: 'directory', csv: 'csvParser()' })
    await rollcall('migrate')
  })

  it('checks every row, applies those in order, and keeps the others to be mended', async () => {
    write(row('lena'), 'meg,Meg,Quist,nowhere', row('LENA'))
    const { code, said, complained } = await rollcall('import', 'people.csv', '--yes', '--as', 'Ada')
    expect(complained).toBe('')
    expect(
      said
        .replace(idIn(said), '<id>')
        .replace(/ {2}\S+ rows\/s/, '')
        .split('\n'),
    ).toEqual([
      'people.csv: 1 new, 0 changed, 0 unchanged, 2 refused.',
      'Line 3, column 4: "Email" is not valid.',
      'Line 4, column 1: "Username" is already taken, as in line 2.',
      'Line 4, column 4: "Email" is already taken, as in line 2.',
      'Applying. After a stop, go on with `rollcall import --resume <id>`.',
      '[########################] 100 %  1 of 1 rows',
      '1 created, 0 changed, 0 refused.',
      'The refused rows are in people.csv.rejected.csv.',
    ])
    expect(code).toBe(1)
    expect(rejected()).toContain('meg,Meg,Quist,nowhere,')
    expect(await usernames()).toEqual(['lena'])

    const reader = new Database(file())
    const entries = reader.prepare("SELECT * FROM audit_entries WHERE action = 'imports.previewImport'").all([])
    reader.close()
    expect(JSON.stringify(entries)).toContain('rollcall import, Ada')

    write(row('lena'))
    const again = await rollcall('import', 'people.csv', '--yes')
    expect(again).toEqual({ code: 0, said: 'people.csv: 0 new, 0 changed, 1 unchanged, 0 refused.', complained: '' })
  })

  it('asks first, and applies what was checked when told so later', async () => {
    write(row('lena'))
    const declined = await answering('n\n', 'import', 'people.csv')
    expect(declined).toMatchObject({
      code: 1,
      said: expect.stringContaining('Apply 1 rows? (y/N) Nothing was applied.'),
    })
    expect(await answering('', 'import', 'people.csv')).toMatchObject({ code: 1 })
    expect(await usernames()).toEqual([])

    const { code, said } = await answering('y\n', 'import', '--resume', idIn(declined.said))
    expect(said).toContain('1 created, 0 changed, 0 refused.')
    expect(code).toBe(0)
    expect(await usernames()).toEqual(['lena'])
  })

  it('goes on where another process stopped', async () => {
    const names = Array.from({ length: 2_300 }, (_, index) => `u${index}`)
    write(...names.map(row))
    const importId = idIn((await answering('n\n', 'import', 'people.csv')).said)
    const first = await inside(({ imports, host }) => imports.applyImport(host('test'), { importId }), directory)
    expect(first.done.rows).toBeGreaterThan(0)
    expect(first.state).toBe('applying')

    const { code, said } = await rollcall('import', '--resume', importId, '--yes')
    expect(said).toContain('of them are done.')
    expect(said).toContain('2,300 created, 0 changed, 0 refused.')
    expect(code).toBe(0)
    const over = await rollcall('import', '--resume', importId)
    expect(over).toMatchObject({ code: 0, complained: '' })
  })

  it('takes columns of other names, and leaves some out', async () => {
    const text = 'Login,Vorname,LastName,a=b,Email\nlena,Lena,Quist,x,lena@northwind.example\n'
    writeFileSync(join(folder, 'people.csv'), text)
    const map = ['--map', 'Login=Username', '--map', 'Vorname=FirstName', '--map', 'a=b=']
    expect(await rollcall('import', 'people.csv', '--yes', ...map)).toMatchObject({ code: 0 })
    expect(await usernames()).toEqual(['lena'])
  })

  it('refuses a file as a whole in one sentence, with line and column', async () => {
    const complaint = async (text: string) => {
      writeFileSync(join(folder, 'people.csv'), text)
      const { code, said, complained } = await rollcall('import', 'people.csv')
      expect({ code, said }).toEqual({ code: 1, said: '' })
      return complained
    }
    expect(await complaint('Username;Email\n')).toMatch(/^Line 1: the columns are not parted by commas;/)
    expect(await complaint(`${HEADER}\na,"b\n`)).toBe(
      'Line 2, column 2: a quotation mark opens here and nothing closes it.',
    )
    expect(await complaint(`${HEADER},Shoe\n`)).toMatch(/^Line 1, column 5, "Shoe": this column means nothing here;/)
    expect(await complaint('')).toBe('There are no rows.')
  })

  it('says what it misses', async () => {
    write(row('lena'))
    const complaint = async (...args: string[]) => {
      const { code, complained } = await rollcall('import', ...args)
      expect(code).toBe(1)
      return complained
    }
    expect(await complaint()).toBe('Say what: either a file, or --resume with the id of an import')
    expect(await complaint('nothing.csv')).toBe('There is no file nothing.csv.')
    expect(await complaint('people.csv', '--map', 'Login=Shoe')).toMatch(/^--map Login=Shoe says nothing;/)
    expect(await complaint('people.csv', '--map', `${'x'.repeat(300)}=Email`)).toMatch(
      /^The name of the file or a --map/,
    )
    expect(await complaint('--resume', '42')).toBe('There is no import 42, or it is older than 24 hours.')
    configure({ policy: 'directory' })
    expect(await complaint('people.csv')).toMatch(/^Files cannot be read: give the configuration `csv: csvParser\(\)`/)
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
      said: '1 entries under 1 seals, 0 not sealed yet, no problems.',
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
    rmSync(join(folder, 'rollcall.config.ts'))
    const { code, complained } = await rollcall('migrate')
    expect(code).toBe(1)
    expect(complained).toBe(
      `There is no rollcall.config.ts or rollcall.config.mjs in ${folder}. Write one, or name it with --config.`,
    )
  })

  it.each([
    ['has no default export', 'export const config = {}', /has to export defineConfig\({ … }\) as its default/],
    ['leaves options out', 'export default { policy: {}, storage: {} }', /leaves out mailer, hasher, secrets, baseUrl/],
    ['does not load', "import 'no-such-package'", /rollcall\.config\.ts does not load: .*no-such-package/],
  ])('that %s is refused in one sentence', async (_, text, sentence) => {
    writeFileSync(join(folder, 'rollcall.config.ts'), text)
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
