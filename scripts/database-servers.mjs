// Private database servers for tests and benchmarks: in folders and on ports of their own, gone when the process is.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import process, { env } from 'node:process'

/**
 * @typedef {object} DatabaseServer
 * @property {(database: string) => string} url where a database of it is, as drivers take it
 * @property {() => Promise<void>} kill ends it as a power cut would
 * @property {() => Promise<void>} start starts it again, on the same port and data
 * @property {() => Promise<void>} stop ends it and removes its data
 */

/** @typedef {{ quick?: boolean }} Options `quick`, the default: nothing waits for the disk. */

/**
 * Where PostgreSQL's server programs are.
 *
 * @returns {string | undefined} a folder, if they are installed
 */
export function findPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = foldersIn(debian).sort((a, b) => Number(b) - Number(a))
  return [...folders(), ...versions.map((version) => join(debian, version, 'bin'))].find((folder) =>
    ['initdb', 'postgres'].every((program) => runs(join(folder, program))),
  )
}

/**
 * Where MariaDB's server is.
 *
 * @returns {string | undefined} its path, if it is installed
 */
export function findMariadb() {
  return [...folders(), '/usr/sbin'].map((folder) => join(folder, 'mariadbd')).find(runs)
}

/**
 * @param {Options} [options]
 * @returns {Promise<DatabaseServer>}
 */
export async function startPostgres({ quick = true } = {}) {
  const programs = findPostgres()
  if (!programs) throw new Error('PostgreSQL is not installed (Debian: apt-get install postgresql)')
  const owner = ownerFor('postgres')
  const data = folderOf(owner)
  const port = await freePort()
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  execFileSync(join(programs, 'initdb'), init, { ...owner, stdio: 'ignore' })
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=200', 'shared_buffers=256MB']
  // Statistics of tables while they were empty would outlive it.
  if (quick) settings.push('fsync=off', 'full_page_writes=off', 'autovacuum=off')
  const server = running(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), '-k', data, ...settings.flatMap((setting) => ['-c', setting])],
    owner,
    /ready to accept connections/,
  )
  // At once, and its children with it.
  return served(server, data, 'SIGQUIT', (database) => `postgres://postgres@127.0.0.1:${port}/${database}`)
}

/**
 * @param {Options} [options]
 * @returns {Promise<DatabaseServer>}
 */
export async function startMariadb({ quick = true } = {}) {
  const program = findMariadb()
  if (!program) throw new Error('MariaDB is not installed (Debian: apt-get install mariadb-server)')
  const owner = ownerFor('mysql')
  const data = folderOf(owner)
  const port = await freePort()
  const install = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db']
  execFileSync('mariadb-install-db', install, { ...owner, stdio: 'ignore' })
  const settings = [`--datadir=${data}`, `--port=${port}`, `--socket=${data}/socket`, `--pid-file=${data}/pid`]
  // A server that starts empties the folder of its temporary tables: they share none.
  settings.push(`--tmpdir=${data}`, '--bind-address=127.0.0.1', '--skip-log-bin', '--max-connections=200')
  settings.push('--innodb-buffer-pool-size=256M')
  if (quick) settings.push('--innodb-flush-log-at-trx-commit=0', '--skip-innodb-doublewrite', '--sync-frm=0')
  const server = running(program, ['--no-defaults', ...settings], owner, /ready for connections/)
  return served(server, data, 'SIGKILL', (database) => `mysql://root@127.0.0.1:${port}/${database}`)
}

/**
 * @param {ReturnType<typeof running>} server
 * @param {string} data
 * @param {NodeJS.Signals} signal that ends it without tidying up
 * @param {(database: string) => string} url
 */
async function served(server, data, signal, url) {
  await server.start()
  return {
    url,
    start: server.start,
    kill: () => server.end(signal),
    stop: async () => {
      await server.end(signal)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** A server program that is started when asked, and ready when it says so. */
function running(program, args, owner, ready) {
  let child
  const killed = () => child?.kill('SIGKILL')
  process.on('exit', killed)
  return {
    async start() {
      child = spawn(program, args, { ...owner, stdio: ['ignore', 'ignore', 'pipe'] })
      let said = ''
      await new Promise((resolve, reject) => {
        child.stderr.on('data', (piece) => {
          said = (said + piece).slice(-10_000)
          if (ready.test(said)) resolve(undefined)
        })
        child.once('exit', () => reject(new Error(`${program} ended: ${said}`)))
        child.once('error', reject)
      })
    },
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
}

/** Whom a server runs as: servers refuse to be root. */
function ownerFor(user) {
  if (process.getuid?.() !== 0) return {}
  const id = (flag) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function folderOf({ uid, gid }) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-server-'))
  if (uid !== undefined) chownSync(folder, uid, gid)
  return folder
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}

function folders() {
  return (env.PATH ?? '').split(delimiter).filter(Boolean)
}

function foldersIn(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
