// Follows the README in an empty project with the packed packages, under React 18.3 and 19: installs, checks the types of
// its snippets, renders app.tsx, starts server.ts and asks for its health. `--readme <file>` takes another text.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process, { argv, execPath } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readReadme } from './readme.mjs'
import { pack, root, run } from './workspace.mjs'

const { values } = parseArgs({ args: argv.slice(2), options: { readme: { type: 'string' } } })
const work = mkdtempSync(join(tmpdir(), 'rollcall-tried-'))
process.once('exit', () => rmSync(work, { recursive: true, force: true }))

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM'],
  module: 'NodeNext',
  jsx: 'react-jsx',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  types: ['node'],
  outDir: 'out',
}

/** The commands of one try, each throwing with its output where it fails. */
async function follow(react, packed, { files, installs }) {
  const folder = join(work, `react-${react}`)
  const step = async (what, command, args) => {
    const { ok, output } = await run(command, args, { cwd: folder, log: `tried-react-${react}.log` })
    if (!ok) throw new Error(`React ${react}: ${what} fails.\n${output.trim()}`)
  }
  const write = (name, content) =>
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))

  await run('mkdir', ['-p', folder], { log: 'mkdir.log' })
  const others = installs.filter((name) => !name.startsWith('@rollcall/') && !/^react(?:-dom)?(?:@|$)/.test(name))
  write('package.json', {
    private: true,
    type: 'module',
    dependencies: Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`])),
  })
  write('tsconfig.json', { compilerOptions, files: ['globals.d.ts', ...files.map(({ name }) => name)] })
  write('globals.d.ts', "declare module '*.css'\n")
  for (const { name, text } of files) write(name, text)

  const versions = ['react', 'react-dom', '@types/react', '@types/react-dom'].map((name) => `${name}@${react}`)
  const tools = ['typescript@6.0.3', '@types/node@20']
  await step('npm install', 'npm', ['install', '--no-audit', '--no-fund', ...others, ...versions, ...tools])
  await step('type check', join(folder, 'node_modules/.bin/tsc'), ['--project', '.'])
  if (files.some(({ name }) => name === 'app.tsx')) {
    const file = join(folder, 'out/app.js')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^import '[^']+\.css';?$/gm, ''))
    write(
      'render.mjs',
      `import { createElement } from 'react'
       import { renderToString } from 'react-dom/server'
       const { App } = await import('./out/app.js')
       if (!renderToString(createElement(App))) throw new Error('App renders nothing.')`,
    )
    await step('rendering app.tsx', execPath, ['render.mjs'])
  }
  const server = files.find(({ name }) => name === 'server.ts')
  if (server) await serve(folder, server.text, react)
}

/** Starts the compiled server, waits until it is healthy, and stops it. */
async function serve(folder, text, react) {
  const port = Number(/https?:\/\/[\w.]+:(\d+)/.exec(text)?.[1] ?? 3000)
  if (!(await isFree(port))) throw new Error(`Port ${port}, on which the README's server listens, is taken.`)
  const child = spawn(execPath, ['out/server.js'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const pipe of [child.stdout, child.stderr]) pipe.on('data', (chunk) => (said += chunk))
  const gone = once(child, 'exit')
  try {
    const deadline = Date.now() + 30_000
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/rollcall/health`).catch(() => undefined)
      if (answer?.ok) break
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(
          `React ${react}: server.ts gives no health at port ${port} (${answer?.status ?? 'no answer'}).\n${said}`,
        )
      }
      await wait(100)
    }
  } finally {
    child.kill()
    const stopped = await Promise.race([gone, wait(10_000, undefined, { ref: false })])
    if (!stopped) child.kill('SIGKILL')
  }
}

async function isFree(port) {
  const probe = createServer()
  const free = await new Promise((settle) => {
    probe.once('error', () => settle(false))
    probe.listen(port, '127.0.0.1', () => settle(true))
  })
  await new Promise((done) => probe.close(done))
  return free
}

try {
  const { files, installs } = readReadme(resolve(values.readme ?? join(root, 'README.md')))
  if (!files.length) throw new Error('The README shows no file: start a fenced block with `// server.ts`.')
  const packed = await pack(work)
  const wanted = packed.filter(({ tarball }) => existsSync(tarball))
  for (const react of ['18.3', '19']) {
    await follow(react, wanted, { files, installs })
    console.log(`React ${react}: ${files.map(({ name }) => name).join(', ')} hold.`)
  }
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
