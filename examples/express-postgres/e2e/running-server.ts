import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { execPath } from 'node:process'

export const home = join(import.meta.dirname, '..')

/** Where the pages are that may write with a session; what the server is called by is another matter. */
const PAGES = 'http://localhost:3000'

/** A process of the example, as `npm start` begins it, on any free port. */
export type RunningServer = Awaited<ReturnType<typeof startServer>>

export async function startServer(env: NodeJS.ProcessEnv) {
  const child = spawn(execPath, ['node_modules/jiti/lib/jiti-cli.mjs', 'server/main.ts'], {
    cwd: home,
    env: { ...env, PORT: '0' },
  })
  const closed = once(child, 'close')
  let said = ''
  let complained = ''
  child.stderr.on('data', (text) => {
    complained += text
  })

  /** What a line of the output holds, as soon as there is one. */
  function heard(line: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = line.exec(said)?.[1]
        if (found) resolve(found)
      }
      child.stdout.on('data', look)
      child.once('close', () => reject(new Error(`The server ended.\n${said}${complained}`)))
      look()
    })
  }
  child.stdout.on('data', (text) => {
    said += text
  })

  const url = `http://127.0.0.1:${await heard(/listens on port (\d+)/)}`
  const headers = (cookie: string, origin: string) => ({ cookie, origin, 'content-type': 'application/json' })
  return {
    get: (path: string, cookie = '') => fetch(url + path, { headers: { cookie } }),
    post: (path: string, body: object, cookie = '', origin = PAGES) =>
      fetch(url + path, { method: 'POST', headers: headers(cookie, origin), body: JSON.stringify(body) }),
    /** The token in the mail to somebody, once it is out. */
    tokenFor: (email: string) => heard(new RegExp(`To: ${email}\n[^]*?#token=([\\w-]+)`)),
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM')
      const [code] = await closed
      return { code, complained }
    },
  }
}
