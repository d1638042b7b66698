import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { directory } from '@rollcall/core/presets'
import { argon2idHasher } from '@rollcall/node'
import Database from 'libsql'
import { beforeEach, describe, expect, it } from 'vitest'
import { answering, configure, file, inFolder, inside, rollcall } from '../shell.ts'

describe('rollcall import', () => {
  const HEADER = 'Username,FirstName,LastName,Email'
  const write = (...rows: string[]) =>
    writeFileSync(inFolder('people.csv'), [HEADER, ...rows].map((row) => `${row}\r\n`).join(''))
  const row = (name: string) => `${name},${name},Quist,${name}@northwind.example`
  const rejected = () => readFileSync(inFolder('people.csv.rejected.csv'), 'utf8')
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
    const { code, said, complained } = await rollcall('import', 'people.csv', '--yes', '--by', 'Ada')
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
    writeFileSync(inFolder('people.csv'), text)
    const map = ['--map', 'Login=Username', '--map', 'Vorname=FirstName', '--map', 'a=b=']
    expect(await rollcall('import', 'people.csv', '--yes', ...map)).toMatchObject({ code: 0 })
    expect(await usernames()).toEqual(['lena'])
  })

  describe('with hashes', () => {
    // Of argon2's reference code, crypt_blowfish, and passlib.
    const MADE_ELSEWHERE = [
      ['ari', 'password', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA'],
      ['ben', 'U*U', '$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'],
      ['sia', 'password', '$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E'],
      ['pia', 'password', '$pbkdf2-sha256$6400$.....................w$XiXW2ZN5pNKfkXlkTxrm/lkKT7d.DlzEXv1V336V1.4'],
    ] as const
    const hashed = ([name, , hash]: readonly [string, string, string]) => `${row(name)},"${hash}"\r\n`
    const writeHashed = (header: string, ...rows: string[]) =>
      writeFileSync(inFolder('people.csv'), [`${HEADER},${header}\r\n`, ...rows].join(''))

    beforeEach(() => configure({ policy: 'directory', csv: 'csvParser()', hasher: 'argon2idHasher()' }))

    it('lets everybody sign in with the password they had, and makes a hash of its own of it', async () => {
      writeHashed('PasswordHash', ...MADE_ELSEWHERE.map(hashed))
      const { code, said, complained } = await rollcall('import', 'people.csv', '--yes', '--hashes')
      expect({ code, complained }).toEqual({ code: 0, complained: '' })
      expect(said).toContain('4 created, 0 changed, 0 refused.')
      const stored = await inside(
        async ({ signIn, anonymous }) => {
          const visitor = anonymous({ address: null, agent: null })
          for (const [identifier, password] of MADE_ELSEWHERE) {
            const wrong = signIn.signIn(visitor, { identifier, password: `${password}.` })
            await expect(wrong).rejects.toMatchObject({ code: 'wrong-credentials' })
            const { answer } = await signIn.signIn(visitor, { identifier, password })
            expect([identifier, answer.session]).toEqual([identifier, 'full'])
          }
          const reader = new Database(file())
          const rows = reader.prepare('SELECT hash FROM credentials').raw().all([]) as string[][]
          reader.close()
          return rows.flat()
        },
        directory,
        argon2idHasher(),
      )
      expect(stored.map((hash) => hash.slice(0, 31))).toEqual(Array(4).fill('$argon2id$v=19$m=19456,t=2,p=1$'))
    })

    it('keeps them to the owner of the file of refused rows, whoever could read one before', async () => {
      writeFileSync(inFolder('people.csv.rejected.csv'), 'old', { mode: 0o644 })
      writeHashed('Pwd', hashed(MADE_ELSEWHERE[1]), `${row('meg')},secret\r\n`)
      const { said } = await rollcall('import', 'people.csv', '--yes', '--hashes', '--map', 'Pwd=PasswordHash')
      expect(said).toContain('Line 3, column 5: "Pwd" is not valid.')
      expect(said).not.toMatch(/secret|\$2y/)
      expect(rejected()).toContain('meg@northwind.example,secret,Pwd: invalid')
      expect(statSync(inFolder('people.csv.rejected.csv')).mode & 0o777).toBe(0o600)
    })

    it('takes none that it was not told to take', async () => {
      writeHashed('PasswordHash', hashed(MADE_ELSEWHERE[1]))
      const told = await rollcall('import', 'people.csv', '--yes')
      expect(told).toMatchObject({ code: 1, said: '' })
      expect(told.complained).toMatch(
        /^Line 1, column 5, "PasswordHash": .+ --hashes, or leave the column out with --map/,
      )
      const mapped = await rollcall('import', 'people.csv', '--yes', '--map', 'PasswordHash=PasswordHash')
      expect(mapped.complained).toBe('A --map brings in password hashes; say so with --hashes as well.')
      expect(await rollcall('import', 'people.csv', '--yes', '--map', 'PasswordHash=')).toMatchObject({ code: 0 })
      expect(await inside(({ users, host }) => users.listUsers(host('test'), {}), directory)).toMatchObject({
        items: [{ username: 'ben', registeredAt: null }],
      })
    })
  })

  it('refuses a file as a whole in one sentence, with line and column', async () => {
    const complaint = async (text: string) => {
      writeFileSync(inFolder('people.csv'), text)
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
