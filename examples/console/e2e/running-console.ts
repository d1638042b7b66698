import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../../scripts/build.mjs'
import { run } from '../../../scripts/workspace.mjs'

const home = join(import.meta.dirname, '..')

/** The console as `npm run demo` starts it, with a folder of its own. */
export interface RunningConsole {
  readonly url: string
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
  return {
    url,
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
