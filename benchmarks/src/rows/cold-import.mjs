// What importing costs a fresh process: our server (core, HTTP, SQLite storage) and what others need for the same.
import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { rounds } from '../rounds.mjs'

/** Their text runs in the fresh process. */
const SIDES = {
  ours: async () => {
    await import('@rollcall/core')
    await import('@rollcall/http')
    await import('@rollcall/storage-sql/sqlite')
  },
  'better-auth and admin': async () => {
    await import('better-auth')
    await import('better-auth/plugins/admin')
  },
  'Hono alone': async () => {
    await import('hono')
  },
  'zod alone': async () => {
    await import('zod')
  },
}

export default async function coldImport() {
  const turns = Object.entries(SIDES).map(([side, load]) => [side, () => processorTime(load)])
  const reached = await rounds(11, Object.fromEntries(turns))
  return [{ what: 'cold import', unit: 'ms', reached, targets: [{ of: 'better-auth and admin', atMost: 0.3 }] }]
}

/** Milliseconds of processor time that loading takes, whoever else runs. */
async function processorTime(load) {
  const code = `const start = process.cpuUsage()
    await (${load})()
    const { user, system } = process.cpuUsage(start)
    console.log((user + system) / 1000)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: import.meta.dirname,
  })
  return Number(stdout)
}
