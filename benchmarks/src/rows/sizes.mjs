// What a browser loads: the budgets of `.size-limit.cjs` as they stand, and the peer's client bundled the same way.
import { execFile, execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { bin, root } from '../../../scripts/workspace.mjs'

/** Where a budget stands above what is wanted, by the beginning of its name: kB. */
const WANTED = [
  ['react: first paint of the users page', 85],
  ['react: first paint of InviteUserDialog', 40],
]

export default async function sizes() {
  const peer = peerClient()
  return (await budgets()).map(({ name, size, sizeLimit }) => ({
    what: `size of ${name}`,
    unit: 'kB',
    reached: {
      ours: [size / 1000],
      ...(name === 'client' ? { 'better-auth react client and admin': [peer / 1000] } : {}),
    },
    targets: [{ atMost: WANTED.find(([start]) => name.startsWith(start))?.[1] ?? sizeLimit / 1000 }],
  }))
}

/** Brotli, the client gzip; size-limit ends with 1 when a budget is broken, and has said all the same. */
function budgets() {
  return new Promise((resolve, reject) => {
    execFile(bin('size-limit'), ['--json'], { cwd: root }, (error, stdout) => {
      try {
        resolve(JSON.parse(stdout))
      } catch {
        reject(error)
      }
    })
  })
}

function peerClient() {
  const input = `export { createAuthClient } from 'better-auth/react'
    export { adminClient } from 'better-auth/client/plugins'`
  const options = ['--bundle', '--minify', '--format=esm', '--platform=browser', '--external:react']
  return gzipSync(execFileSync(bin('esbuild'), options, { cwd: import.meta.dirname, input }), { level: 9 }).length
}
