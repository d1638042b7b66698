// Whoever calls such a server: a browser's requests, without the browser.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { SITE } from './product.mjs'

/** Starts a server over the database in a directory. */
export async function startServer(path) {
  const child = fork(join(import.meta.dirname, 'server.mjs'), [path])
  const [port] = await once(child, 'message')

  async function post(route, body, { token = null, type = 'application/json' } = {}) {
    const headers = { origin: SITE, 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) }
    const answer = await fetch(`http://127.0.0.1:${port}/api/rollcall${route}`, { method: 'POST', headers, body })
    const found = await answer.json()
    if (!answer.ok) throw new Error(`${route}: ${JSON.stringify(found)}`)
    return found
  }

  return {
    signIn: (given) => post('/sign-in', JSON.stringify(given)),
    preview: async (token, file) => post('/imports', await openAsBlob(file), { token, type: 'text/csv' }),
    apply: (token, id) => post(`/imports/${id}/apply`, '{}', { token }),
    /** @returns {Promise<{ memory: number, processor: number }>} the most MiB it held, the milliseconds it computed */
    async used() {
      child.send('used')
      const [used] = await once(child, 'message')
      return used
    },
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}
