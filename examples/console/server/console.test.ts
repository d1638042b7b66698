import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Console, startConsole } from './console.ts'

let home: string
let running: Console | undefined
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'console-'))
  writeFileSync(join(home, 'index.html'), '<title>App Store</title>')
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  rmSync(home, { recursive: true, force: true })
})

const start = async (changes: { port?: number; folder?: string; reset?: boolean } = {}) => {
  const settings = { port: 0, folder: join(home, 'data'), reset: false, ...changes }
  running = await startConsole(settings, home, () => {})
  return running
}
const within = (name: string) => join(home, 'data/app-store', name)
const kept = (name: string) => readFileSync(within(name), 'utf8')

const NOBODY = { identifier: '', password: '' }

/** Signs in and answers the cookie that was set. */
async function cookieOf(url: string, product: string, { identifier, password } = NOBODY): Promise<string> {
  const answer = await fetch(`${url}/${product}/api/rollcall/sign-in`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ identifier, password }),
  })
  return answer.headers.get('set-cookie') ?? ''
}

describe('the console’s server', () => {
  it('seeds once, keeps everything when started again, and forgets it when told to', async () => {
    const { url, products, stop } = await start()
    const shown = products.map(({ id, accounts }) => [id, accounts])
    expect(shown).toEqual([
      ['app-store', expect.objectContaining({ length: 6 })],
      ['product-hub', expect.objectContaining({ length: 5 })],
      ['survey-platform', expect.objectContaining({ length: 7 })],
    ])
    const mails = readdirSync(within('mails'))
    const secret = kept('secret')
    expect(statSync(within('secret')).mode & 0o777).toBe(0o600)
    const page = await fetch(`${url}/app-store/users/any`)
    expect(await page.text()).toContain('App Store')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    // One site, but the session of each product reaches no further than its own part of it.
    for (const { id, accounts } of products) expect(await cookieOf(url, id, accounts[0])).toContain(`Path=/${id};`)
    await stop()

    const again = await start()
    expect(again.products.map(({ id, accounts }) => [id, accounts])).toEqual(shown)
    expect(readdirSync(within('mails'))).toEqual(mails)
    expect(await (await fetch(`${again.url}/app-store/demo/mails`)).json()).toHaveLength(mails.length)
    await again.stop()

    writeFileSync(within('notes.txt'), 'not the console’s')
    await start({ reset: true })
    expect(kept('secret')).not.toBe(secret)
    expect(readdirSync(within('mails'))).toHaveLength(mails.length)
    expect(kept('notes.txt')).toBe('not the console’s')
  }, 120_000)

  it('names the port that is in use and how to take another, and touches no data', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    try {
      await expect(start({ port, reset: true })).rejects.toThrow(
        `Port ${port} is in use; the demo may be running already. Another one: npm run demo -- --port ${port + 1}`,
      )
      expect(readdirSync(home)).toEqual(['index.html'])
    } finally {
      other.close()
    }
  })

  it('says where it cannot keep its data', async () => {
    const folder = join(home, 'index.html', 'data')
    await expect(start({ folder })).rejects.toThrow(`The demo cannot keep its data in ${folder}/app-store (ENOTDIR)`)
  })

  it('says which database it cannot write', async () => {
    mkdirSync(within('rollcall.sqlite'), { recursive: true })
    writeFileSync(within('accounts.json'), '[]')
    await expect(start()).rejects.toThrow(/^Rollcall SQLite storage: .*rollcall\.sqlite/)
  })
})
