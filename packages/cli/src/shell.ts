import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { createRollcall, type Mail } from '@rollcall/core'
import { inviteFirst } from '@rollcall/core/presets'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import { build, defaultServerConditions } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { quickHasher } from './quick-hasher.ts'

// A host at its shell, for tests: whoever imports this gets a fresh folder for each of them, and the command from source.

export const secret = Buffer.alloc(32, 7).toString('base64url')
const home = join(import.meta.dirname, '../node_modules/.cache')
/** One for each file of tests: they run side by side. */
let bundle: string
const native = createRequire(join(import.meta.dirname, '../../node/package.json')).resolve
const driver = createRequire(join(import.meta.dirname, '../../storage-sql/package.json')).resolve('pg/package.json')

beforeAll(async () => {
  mkdirSync(home, { recursive: true })
  bundle = mkdtempSync(join(home, 'bundle-'))
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: bundle,
      rolldownOptions: {
        input: ['bin', 'parts.child'].map((name) => join(import.meta.dirname, `${name}.ts`)),
        external: /@node-rs|node_modules\/pg\//,
      },
    },
    // The bundle lies where its native parts are not found by their names.
    resolve: {
      alias: {
        '@node-rs/argon2': native('@node-rs/argon2'),
        '@node-rs/bcrypt': native('@node-rs/bcrypt'),
        pg: join(dirname(driver), 'esm/index.mjs'),
      },
    },
    ssr: {
      noExternal: [/^@rollcall/, 'papaparse'],
      external: ['jiti', 'libsql'],
      resolve: { conditions: ['@rollcall/source', ...defaultServerConditions] },
    },
  })
})

afterAll(() => rmSync(bundle, { recursive: true, force: true }))

let folder: string
/** A path in the host's folder; the folder itself. */
export const inFolder = (name = '') => join(folder, name)
/** The host's database. */
export const file = () => inFolder('rollcall.db')

beforeEach(() => {
  folder = mkdtempSync(join(home, 'host-'))
  configure()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes the host's configuration: the usual one, but for these expressions. */
export function configure(changes: Record<string, string> = {}) {
  const options = {
    policy: 'inviteFirst',
    storage: `sqliteStorage({ file: ${JSON.stringify(file())} })`,
    hasher: 'quickHasher',
    secrets: `['${secret}']`,
    baseUrl: "'http://localhost:3000'",
    mailer: "{ send: async (envelope, mail) => appendFileSync('mails.jsonl', JSON.stringify(mail) + '\\n') }",
    ...changes,
  }
  const text = `
    import { appendFileSync } from 'node:fs'
    import { argon2idHasher, csvParser, defineConfig, directory, inviteFirst, postgresStorage, quickHasher, sqliteStorage } from '../${basename(bundle)}/parts.child.js'

    export default defineConfig({ ${Object.entries(options).map(([name, value]) => `${name}: ${value}`)} })`
  writeFileSync(inFolder('rollcall.config.ts'), text)
}

/** Begins a command in the host's folder. */
export function start(...args: string[]) {
  return spawn(process.execPath, [join(bundle, 'bin.js'), ...args], { cwd: folder })
}

/** Runs a command to its end. */
export const rollcall = (...args: string[]) => answering('', ...args)

/** Runs a command to its end, with that as its standard input. */
export async function answering(input: string, ...args: string[]) {
  const child = start(...args)
  child.stdin.end(input)
  let said = ''
  let complained = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    complained += text
  })
  const [code] = await once(child, 'close')
  return { code, said: said.trim(), complained: complained.trim() }
}

/** What was mailed. */
export const mails = () =>
  readFileSync(inFolder('mails.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Mail)

/** The host's own server on the same database, for what no command does. */
export async function inside<T>(
  work: (rollcall: ReturnType<typeof createRollcall>) => Promise<T>,
  policy = inviteFirst,
  hasher = quickHasher,
): Promise<T> {
  const storage = sqliteStorage({ file: file() })
  const mailer = { send: async () => {} }
  const logger = { log: () => {} }
  const options = {
    policy,
    storage,
    mailer,
    logger,
    hasher,
    secrets: [secret],
    baseUrl: 'http://localhost:3000',
  }
  try {
    const rollcall = createRollcall(options)
    const done = await work(rollcall)
    await rollcall.worker.runOnce()
    return done
  } finally {
    await storage.close()
  }
}
