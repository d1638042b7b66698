import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { build } from '../../../scripts/build.mjs'
import { startPostgres } from '../../../scripts/database-servers.mjs'
import { run } from '../../../scripts/workspace.mjs'

const cwd = join(import.meta.dirname, '..')
const next = join(cwd, 'node_modules/next/dist/bin/next')

export type RunningNext = Awaited<ReturnType<typeof startNext>>

/** The example as `npm run build` and `npm start` make it, on a PostgreSQL of its own. */
export async function startNext() {
  await build()
  const quiet = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
  // Neither secret nor database, as where images are built.
  const built = await run(execPath, [next, 'build'], { cwd, log: 'build-next.log', env: quiet })
  if (!built.ok) throw new Error(built.output)

  const database = await startPostgres()
  const secret = randomBytes(32).toString('base64url')
  const env = { ...quiet, DATABASE_URL: database.url('postgres'), ROLLCALL_SECRET: secret }
  const server = spawn(execPath, [next, 'start', '--port', '0'], { cwd, env })
  let said = ''
  let complained = ''
  server.stderr.on('data', (text) => {
    complained += text
  })
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (text) => {
      said += text
      const [, address] = /Local:\s+(http:\S+).*Ready/s.exec(said) ?? []
      if (address) resolve(address)
    })
    server.once('close', () => reject(new Error(`The server ended.\n${said}${complained}`)))
  })
  // It listens before it has migrated; whoever asks waits for that.
  await fetch(`${url}/api/rollcall/health`)
  return {
    url,
    /** What the server wrote to its error output. */
    complaints: () => complained,
    /** Runs the `rollcall` command; answers what it prints. */
    rollcall: (...args: string[]) =>
      execFileSync(execPath, ['node_modules/@rollcall/cli/dist/bin.js', ...args], { cwd, env, encoding: 'utf8' }),
    async stop() {
      const closed = once(server, 'close')
      server.kill('SIGTERM')
      await closed
      await database.stop()
    },
  }
}
