// What every script of this repository shares: where things are, how the workspace is installed, how a tool is run.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'

export const root = join(import.meta.dirname, '..')

/** Logs and reports of a run; nothing here is read by the next one. */
export const cache = join(root, 'node_modules/.cache/rollcall')

/** A tool of the workspace by path, so that a plain `npm` finds it. */
export const bin = (name) => join(root, 'node_modules/.bin', name)

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

const { packageManager } = readJson(join(root, 'package.json'))

/** @returns the workspace's packages, dependencies before dependents. */
export function packages() {
  const folders = readdirSync(join(root, 'packages'))
  const found = new Map(
    folders.map((folder) => {
      const path = join(root, 'packages', folder)
      return [`@rollcall/${folder}`, { folder, path, manifest: readJson(join(path, 'package.json')) }]
    }),
  )
  const ordered = new Map()
  const visit = (name) => {
    const one = found.get(name)
    if (!one || ordered.has(name)) return
    one.needs = Object.keys(one.manifest.dependencies ?? {}).filter((each) => found.has(each))
    one.needs.forEach(visit)
    ordered.set(name, one)
  }
  for (const name of [...found.keys()].sort()) visit(name)
  return [...ordered.values()]
}

/** Installs what the lockfile says, unless that is what is installed. Ends the process when it cannot. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Rollcall needs Node 20.19 or newer; this is ${process.versions.node}.`)
    process.exit(1)
  }
  const stamp = join(root, 'node_modules/.rollcall-lockfile')
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return

  console.log('Installing packages …')
  const run = spawnSync('npx', ['-y', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI: '1' },
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) {
    console.error(`${run.stdout ?? ''}${run.stderr ?? ''}`.trim())
    console.error('The packages could not be installed.')
    process.exit(1)
  }
  writeFileSync(stamp, hash)
}

/**
 * Packs every built package as it would be published.
 * @returns `{ name, tarball }` of each; throws where pnpm cannot.
 */
export async function pack(destination) {
  const built = packages().filter(({ path }) => existsSync(join(path, 'dist')))
  const filters = built.map(({ manifest }) => `--filter=${manifest.name}`)
  const args = ['-y', packageManager, '--recursive', ...filters, 'pack', '--pack-destination', destination]
  const { ok, output } = await run('npx', args, { log: 'pack.log' })
  if (!ok) throw new Error(`The packages cannot be packed.\n${output.trim()}`)
  return built.map(({ folder, manifest }) => ({
    name: manifest.name,
    tarball: join(destination, `rollcall-${folder}-${manifest.version}.tgz`),
  }))
}

/**
 * Runs one command with its output in a file.
 * @returns `{ ok, output, log }`; never throws for a command that fails.
 */
export async function run(command, args, { cwd = root, log = 'run.log', env = {} } = {}) {
  const file = join(cache, log)
  mkdirSync(dirname(file), { recursive: true })
  const stream = createWriteStream(file)
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, STORYBOOK_DISABLE_TELEMETRY: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  let output = ''
  for (const pipe of [child.stdout, child.stderr]) {
    pipe.setEncoding('utf8')
    pipe.on('data', (text) => {
      output += text
      stream.write(text)
    })
  }
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`
      resolve(1)
    })
    child.on('close', resolve)
  })
  process.off('exit', stop)
  await new Promise((resolve) => stream.end(resolve))
  return { ok: code === 0, output, log: file }
}

/** Runs tasks with at most `width` at a time; keeps their order. */
export async function inParallel(items, width, task) {
  const results = new Array(items.length)
  let next = 0
  const lane = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await task(items[index])
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
  return results
}
