// `npm test`: every gate of this repository, one after another, on a machine that has only Node and npm.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process, { env } from 'node:process'
import { findChromium } from './chromium.mjs'
import { conformance } from './conformance.mjs'
import { findPostgres } from './database-servers.mjs'
import { command, gate, red, tests, total } from './gates.mjs'
import { bin, install, root } from './workspace.mjs'

const began = Date.now()
install()
const { build } = await import('./build.mjs')

const heading = (text) => console.log(`\n${text}`)

heading('Types and lint')
await command('types', bin('tsc'), ['-p', 'tsconfig.json'])
await command('biome', bin('biome'), ['check', '--diagnostic-level=error', '.'])
await command('import zones', bin('depcruise'), ['packages', '--config', '.dependency-cruiser.cjs'])
await command('names', 'node', ['scripts/check-tree.mjs'])

heading('Tests in Node')
const reports = [await tests('node', 'vitest.node.config.ts')]
await gate('conformance', async () => conformance(reports[0]))

heading('Packages')
await gate('build', async () => {
  const built = await build()
  return { ok: true, note: built.length ? `${built.length} packages` : 'up to date' }
})
await command('publint and types', 'node', ['scripts/check-packages.mjs'])
await command('sizes', bin('size-limit'), [])
await command('unused code', bin('knip'), [])
if (env.CI) await command('packed and installed', 'node', ['scripts/try-packages.mjs'])

for (const { name, cwd, config } of examples('vitest.node.config.ts', 'in Node')) {
  reports.push(await tests(name, config, { cwd }))
}

heading('Tests in a browser')
const suites = [
  { name: 'stories', cwd: root, config: 'vitest.storybook.config.ts' },
  ...examples('vitest.browser.config.ts', 'in a browser'),
]
const chromium = findChromium()

if (chromium) {
  for (const { name, cwd, config } of suites) {
    reports.push(await tests(name, config, { cwd, env: { CHROMIUM_PATH: chromium } }))
  }
} else {
  const count = browserTests()
  console.log(`No Chromium found: ${count} tests not run.`)
  console.log('Install one (Debian: apt-get install chromium; others: Google Chrome), or set CHROMIUM_PATH to it.')
  if (env.CI) {
    red.push('browser tests')
    total.failed += count
  } else {
    total.skipped += count
  }
}

/** The suites of the examples that have one; those on PostgreSQL where it is installed. */
function examples(config, where) {
  return readdirSync(join(root, 'examples'))
    .filter((name) => findPostgres() || !name.endsWith('-postgres'))
    .map((name) => ({ name: `${name} ${where}`, cwd: join(root, 'examples', name), config }))
    .filter(({ cwd }) => existsSync(join(cwd, config)))
}

/** Stories and browser tests as their files declare them, for the count of what a machine without a browser skips. */
function browserTests() {
  const files = execFileSync('git', ['ls-files', '*.stories.tsx', '*.browser.test.ts'], { cwd: root, encoding: 'utf8' })
  return files
    .split('\n')
    .filter(Boolean)
    .flatMap((file) => readFileSync(join(root, file), 'utf8').match(/^(?:export const [A-Z]|\s*(?:it|test)\()/gm) ?? [])
    .length
}

heading('Rows')
await command('acceptance', 'node', ['acceptance/run.mjs', '--reports', ...reports])

console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s${red.length ? `; failed: ${red.join(', ')}` : ''}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed ? 1 : 0
