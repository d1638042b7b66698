import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { execPath } from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build } from '../../../scripts/build.mjs'
import { type DatabaseServer, startPostgres } from '../../../scripts/database-servers.mjs'
import { home, type RunningServer, startServer } from './running-server.ts'

const ada = 'ada@northwind.example'
const lena = 'lena@northwind.example'
const password = 'seven green boats'

let database: DatabaseServer
let env: NodeJS.ProcessEnv
let first: RunningServer
let second: RunningServer

beforeAll(async () => {
  await build()
  database = await startPostgres()
  const secret = randomBytes(32).toString('base64url')
  env = { ...process.env, DATABASE_URL: database.url('postgres'), ROLLCALL_SECRET: secret }
  // Both find an empty database, and both migrate it.
  ;[first, second] = await Promise.all([startServer(env), startServer(env)])
})
afterAll(async () => {
  await Promise.all([first?.stop(), second?.stop()])
  await database?.stop()
})

it('knows in every process who calls the host’s own routes and what they may, and stops when told', async () => {
  const command = ['node_modules/@rollcall/cli/dist/bin.js', 'create-owner', '--email', ada]
  const said = execFileSync(execPath, command, { cwd: home, env, encoding: 'utf8' })
  const asAda = await register(/#token=([\w-]+)/.exec(said)?.[1], 'Ada', 'Quist')
  const invitation = { emails: [lena], grants: [{ role: 'publisher', scope: null }] }
  expect(await first.post('/api/rollcall/invitations', invitation, asAda)).toMatchObject({ status: 201 })
  await register(await first.tokenFor(lena), 'Lena', 'Vogt')
  const asLena = cookieOf(await second.post('/api/rollcall/sign-in', { identifier: lena, password }))

  for (const { get, post } of [first, second]) {
    const approve = async (...by: string[]) => (await post('/api/invoices/2041/approve', {}, ...by)).status
    const read = async (cookie?: string) => (await get('/api/invoices', cookie)).status
    expect([await read(), await read('rollcall=nobody'), await read(asLena)]).toEqual([401, 401, 200])
    expect([await approve(), await approve(asLena), await approve(asAda)]).toEqual([401, 403, 200])
    expect(await approve(asAda, 'https://elsewhere.example')).toBe(401)
  }
  const { items } = await (await second.get('/api/rollcall/audit', asAda)).json()
  expect(items).toContainEqual(expect.objectContaining({ action: 'invoices.approve' }))

  await first.post('/api/rollcall/sign-out', {}, asLena)
  expect(await second.get('/api/invoices', asLena)).toMatchObject({ status: 401 })
  const quiet = { code: 0, complained: '' }
  expect(await Promise.all([first.stop(), second.stop()])).toEqual([quiet, quiet])
})

/** Answers the cookie of the session that begins with it. */
async function register(token: string | undefined, firstName: string, lastName: string): Promise<string> {
  return cookieOf(await first.post('/api/rollcall/registration', { token, firstName, lastName, password }))
}

function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}
