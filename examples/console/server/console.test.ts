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
const kept = (name: string) => readFileSync(join(home, 'data', name), 'utf8')

describe('the console’s server', () => {
  it('seeds once, keeps everything when started again, and forgets it when told to', async () => {
    const { url, accounts, stop } = await start()
    expect(accounts.length).toBeGreaterThanOrEqual(6)
    const mails = readdirSync(join(home, 'data/mails'))
    const secret = kept('secret')
    expect(statSync(join(home, 'data/secret')).mode & 0o777).toBe(0o600)
    const page = await fetch(`${url}/users/any`)
    expect(await page.text()).toContain('App Store')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    await stop()

    const again = await start()
    expect(again.accounts).toEqual(accounts)
    expect(readdirSync(join(home, 'data/mails'))).toEqual(mails)
    expect(await (await fetch(`${again.url}/demo/mails`)).json()).toHaveLength(mails.length)
    await again.stop()

    writeFileSync(join(home, 'data/notes.txt'), 'not the console’s')
    await start({ reset: true })
    expect(kept('secret')).not.toBe(secret)
    expect(readdirSync(join(home, 'data/mails'))).toHaveLength(mails.length)
    expect(kept('notes.txt')).toBe('not the console’s')
  })

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
    await expect(start({ folder })).rejects.toThrow(`The demo cannot keep its data in ${folder} (ENOTDIR)`)
  })

  it('says which database it cannot write', async () => {
    writeFileSync(join(home, 'accounts.json'), '[]')
    mkdirSync(join(home, 'rollcall.sqlite'))
    await expect(start({ folder: home })).rejects.toThrow(/^Rollcall SQLite storage: .*rollcall\.sqlite/)
  })
})
