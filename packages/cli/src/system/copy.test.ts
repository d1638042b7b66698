import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findPostgres, startPostgres } from '../../../../scripts/database-servers.mjs'
import { configure, file, inFolder, mails, rollcall } from '../shell.ts'

describe('rollcall copy', () => {
  it('copies a file to a new one, and says what it found the same in both', async () => {
    await rollcall('migrate')
    await rollcall('create-owner', '--email', 'ada@northwind.example')
    const { code, said } = await rollcall('copy', '--from', file(), '--to', 'new.db')
    expect(said).toMatch(/^Copying\.$/m)
    expect(said).toMatch(/^users +1 rows {2}sha256 [0-9a-f]{64}$/m)
    expect(said).toMatch(/^Every table is the same in both databases\. .+ under the same secrets\.$/m)
    expect(code).toBe(0)

    configure({ storage: "sqliteStorage({ file: 'new.db' })" })
    expect(await rollcall('create-owner', '--email', 'ADA@northwind.example')).toMatchObject({
      complained: 'Somebody with this address exists already.',
    })
  })

  it.skipIf(!findPostgres())('moves a host from its file to a schema of PostgreSQL, where it goes on', async () => {
    await rollcall('migrate')
    await rollcall('create-owner', '--email', 'ada@northwind.example')
    const server = await startPostgres()
    try {
      const url = server.url('postgres')
      expect(await rollcall('copy', '--from', file(), '--to', `${url}?schema=people`)).toMatchObject({ code: 0 })
      configure({ storage: `postgresStorage({ connectionString: '${url}', schema: 'people' })` })
      expect(await rollcall('migrate')).toMatchObject({ said: 'The schema was up to date.' })
      await rollcall('create-owner', '--email', 'lena@northwind.example')
      expect(mails().map(({ template }) => template)).toEqual(['invitation', 'invitation'])
      expect(await rollcall('verify-audit')).toMatchObject({ code: 0 })
    } finally {
      await server.stop()
    }
  })

  it('refuses a target that holds something, and a name that is no database, each in one sentence', async () => {
    await rollcall('migrate')
    await rollcall('create-owner', '--email', 'ada@northwind.example')
    expect(await rollcall('copy', '--from', file(), '--to', file())).toEqual({
      code: 1,
      said: '',
      complained: 'the target is not empty (it has users); name an empty database, or one that is not there yet',
    })
    const { complained } = await rollcall('copy', '--from', file(), '--to', 'http://db.northwind.example')
    expect(complained).toMatch(/^http:\/\/ is no database; .+\.$/)
    expect((await rollcall('copy', '--from', file())).complained).toBe('Say which databases: --from and --to.')
  })

  it('takes a source that is not there for a mistake, and makes no target', async () => {
    const { code, complained } = await rollcall('copy', '--from', 'gone.db', '--to', 'new.db')
    expect(complained).toContain(inFolder('gone.db'))
    expect(code).toBe(1)
    expect(existsSync(inFolder('new.db'))).toBe(false)
  })
})
