// Follows the documents in an empty project with the packed packages: installs what they say, checks the types of all they
// show, renders app.tsx, and starts each server until it is healthy. The README's own under React 18.3 as well as 19.
// `--readme <file>` takes another text and nothing beside it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process, { argv, execPath } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { documents, readDocument, withImports } from './documents.mjs'
import { pack, root, run } from './workspace.mjs'

const { values } = parseArgs({ args: argv.slice(2), options: { readme: { type: 'string' } } })
const work = mkdtempSync(join(tmpdir(), 'rollcall-tried-'))
process.once('exit', () => rmSync(work, { recursive: true, force: true }))

const PORT = 3000
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  module: 'NodeNext',
  jsx: 'react-jsx',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  rewriteRelativeImportExtensions: true,
  skipLibCheck: true,
  types: ['node'],
  rootDir: '.',
  outDir: 'out',
}

/** Next brings its own compiler, types and all. */
const isNext = ({ files }) => files.some(({ name }) => name === 'next.config.ts')
const shows = (name, { files }) => files.some((file) => file.name === name)
const slug = (title) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

/** The projects of a document, each in a folder of its own with what it imports of the README's. */
function projectsOf(path, base) {
  const { installs, projects } = readDocument(path)
  const shared = projects.find(({ title }) => title === 'Beginning')?.files ?? []
  const at = slug(path.replace(root, '').replace(/\.md$/, ''))
  return {
    installs,
    projects: projects.map(({ title, files }) => {
      const folder = `${at}/${slug(title)}`
      return {
        title: `${path.replace(`${root}/`, '')}, ${title}`,
        folder,
        files: withImports(files, [...shared, ...base]),
      }
    }),
  }
}

/**
 * Installs projects under one React. Resolves to what follows them: each step throws with its output where it fails.
 */
async function prepare(react, packed, { projects, installs }) {
  const folder = join(work, `react-${react}`)
  const step = async (what, command, args, cwd = folder) => {
    const { ok, output } = await run(command, args, { cwd, log: `tried-react-${react}.log` })
    if (!ok) throw new Error(`React ${react}: ${what} fails.\n${output.trim()}`)
  }
  const write = (name, content) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  const typed = projects.filter((project) => !isNext(project))

  const others = installs.filter((name) => !name.startsWith('@rollcall/') && !/^react(?:-dom)?(?:@|$)/.test(name))
  write('package.json', {
    private: true,
    type: 'module',
    dependencies: Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`])),
  })
  const files = typed.flatMap((project) => project.files.map(({ name }) => `${project.folder}/${name}`))
  write('tsconfig.json', { compilerOptions, files: ['globals.d.ts', ...files] })
  write('globals.d.ts', "declare module '*.css'\n")
  for (const project of projects) for (const { name, text } of project.files) write(`${project.folder}/${name}`, text)

  const versions = ['react', 'react-dom', '@types/react', '@types/react-dom'].map((name) => `${name}@${react}`)
  const tools = ['typescript@6.0.3', '@types/node@20']
  await step('npm install', 'npm', ['install', '--no-audit', '--no-fund', ...new Set(others), ...versions, ...tools])
  return async () => {
    await step('type check', join(folder, 'node_modules/.bin/tsc'), ['--project', '.'])
    for (const project of projects) {
      const own = isNext(project) ? project.folder : `out/${project.folder}`
      if (isNext(project)) {
        write(`${own}/package.json`, { private: true, type: 'module' })
        const next = join(folder, 'node_modules/.bin/next')
        await step(`${project.title}: next build`, next, ['build'], join(folder, own))
        await serve(join(folder, own), project.title, next, ['start', '--port', String(PORT)])
        continue
      }
      const rendered = shows('app.tsx', project)
      if (rendered) await step(`${project.title}: rendering app.tsx`, execPath, [rendering(folder, own)])
      if (shows('server.ts', project)) await serve(join(folder, own), project.title, execPath, ['server.js'])
    }
  }
}

/** A program that renders the compiled App, without its style sheets. */
function rendering(folder, own) {
  const file = join(folder, own, 'app.js')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^import '[^']+\.css';?$/gm, ''))
  const program = join(folder, own, 'render.mjs')
  writeFileSync(
    program,
    `import { createElement } from 'react'
     import { renderToString } from 'react-dom/server'
     const { App } = await import('./app.js')
     if (!renderToString(createElement(App, { path: '/' }))) throw new Error('App renders nothing.')`,
  )
  return program
}

/** Starts a server, waits until it is healthy, and stops it. */
async function serve(cwd, title, command, args) {
  if (!(await isFree())) throw new Error(`Port ${PORT}, on which the documents' servers listen, is taken.`)
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const pipe of [child.stdout, child.stderr]) pipe.on('data', (chunk) => (said += chunk))
  const gone = once(child, 'exit')
  try {
    const deadline = Date.now() + 30_000
    for (;;) {
      const answer = await fetch(`http://localhost:${PORT}/api/rollcall/health`).catch(() => undefined)
      if (answer?.ok) break
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`${title}: no health at port ${PORT} (${answer?.status ?? 'no answer'}).\n${said}`)
      }
      await wait(100)
    }
  } finally {
    const stop = (signal) => child.exitCode === null && process.kill(-child.pid, signal)
    stop('SIGTERM')
    if (!(await Promise.race([gone, wait(10_000, undefined, { ref: false })]))) stop('SIGKILL')
  }
}

async function isFree() {
  const probe = createServer()
  const free = await new Promise((settle) => {
    probe.once('error', () => settle(false))
    probe.listen(PORT, 'localhost', () => settle(true))
  })
  await new Promise((done) => probe.close(done))
  return free
}

try {
  const readme = resolve(values.readme ?? join(root, 'README.md'))
  const base = readDocument(readme).projects.flatMap(({ files }) => files)
  if (base.length === 0) throw new Error('The README shows no file: start a fenced block with `// server.ts`.')
  const own = projectsOf(readme, base)
  const rest = values.readme
    ? []
    : documents()
        .slice(1)
        .map((path) => projectsOf(join(root, path), base))
  const all = {
    projects: [...own.projects, ...rest.flatMap((each) => each.projects)],
    installs: [...own.installs, ...rest.flatMap((each) => each.installs)],
  }
  const packed = (await pack(work)).filter(({ tarball }) => existsSync(tarball))
  const [before, now] = await Promise.all([prepare('18.3', packed, own), prepare('19', packed, all)])
  await before()
  console.log('React 18.3: the README holds.')
  await now()
  console.log(`React 19: ${all.projects.map(({ title }) => title).join('; ')} hold.`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
