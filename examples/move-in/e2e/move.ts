import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { createRollcall } from '@rollcall/core'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import config from '../rollcall.config.ts'

const home = join(import.meta.dirname, '..')
const secret = randomBytes(32).toString('base64url')

/** A move, in a folder of its own: the scripts and the command as one runs them there, and the host afterwards. */
export function move() {
  const folder = mkdtempSync(join(tmpdir(), 'move-in-'))
  const env = { ...process.env, ROLLCALL_SECRET: secret }
  const run = (...args: string[]) => execFileSync(execPath, args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' })
  const command = (...args: string[]) =>
    run(join(home, 'node_modules/@rollcall/cli/dist/bin.js'), ...args, '--config', join(home, 'rollcall.config.ts'))
  const storage = sqliteStorage({ file: join(folder, 'users.sqlite') })
  const rollcall = createRollcall({ ...config, storage, secrets: [secret], logger: { log: () => {} } })

  return {
    path: (name: string) => join(folder, name),
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    script: (name: string, ...args: string[]) =>
      run(join(home, 'node_modules/jiti/lib/jiti-cli.mjs'), join(home, name), ...args),
    importHashes(file: string) {
      command('migrate')
      return command('import', file, '--hashes', '--yes')
    },
    /** Whether somebody is let in with that password: 'full', or the code of the refusal. */
    async signIn(identifier: string, password: string): Promise<string> {
      const visitor = rollcall.anonymous({ address: null, agent: null })
      return rollcall.signIn.signIn(visitor, { identifier, password }).then(
        ({ answer }) => answer.session,
        ({ code }) => code,
      )
    },
    /** Everybody by their address. */
    async people() {
      const { items } = await rollcall.users.listUsers(rollcall.host('test'), {})
      return Object.fromEntries(items.map((user) => [user.email, user]))
    },
    async end() {
      await storage.close()
      rmSync(folder, { recursive: true })
    },
  }
}
