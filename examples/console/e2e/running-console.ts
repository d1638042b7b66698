import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { build } from '../../../scripts/build.mjs'
import { findChromium } from '../../../scripts/chromium.mjs'
import { run } from '../../../scripts/workspace.mjs'

const home = join(import.meta.dirname, '..')

/** The console as `npm run demo` starts it, with a folder of its own, and a browser to visit it. */
export interface RunningConsole {
  readonly url: string
  /** A window of its own: nobody is signed in. */
  window(): Promise<Page>
  stop(): Promise<void>
}

export async function startConsole(): Promise<RunningConsole> {
  await build()
  const built = await run('npm', ['run', 'build', '--silent'], { cwd: home, log: 'build-console.log' })
  if (!built.ok) throw new Error(built.output)

  const folder = mkdtempSync(join(tmpdir(), 'console-'))
  const args = [join(home, 'dist/server/main.js'), '--port', '0', '--data', folder]
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (text) => {
      said += text
      const [, address] = /The console is at (\S+)/.exec(said) ?? []
      if (address) resolve(address)
    })
    server.once('exit', (code) => reject(new Error(`The console ended with ${code}.\n${said}`)))
  })
  const browser: Browser = await chromium.launch({ executablePath: findChromium() ?? '' })
  return {
    url,
    async window() {
      const context = await browser.newContext({ baseURL: url, locale: 'en-GB' })
      context.setDefaultTimeout(15_000)
      return context.newPage()
    },
    async stop() {
      await browser.close()
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
