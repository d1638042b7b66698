import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
let tree: string

const lines = (count: number) => `${Array.from({ length: count }, (_, i) => `export const n${i} = ${i}`).join('\n')}\n`

/** File, its text, and the words its complaint must hold; no words where it is in order. */
const biome: [file: string, text: string, complaint: string | null][] = [
  ['packages/core/src/users/clock.ts', 'export const now = Date.now()\n', 'Core reads no clock'],
  ['packages/core/src/users/today.ts', 'export const now = new Date()\n', 'Core reads no clock'],
  ['packages/core/src/users/dice.ts', 'export const dice = Math.random()\n', 'Core reads no clock'],
  ['packages/core/src/users/id.ts', 'export const id = crypto.randomUUID()\n', 'noRestrictedGlobals'],
  ['packages/core/src/users/environment.ts', 'export const url = process.env\n', 'noRestrictedGlobals'],
  ['packages/core/src/users/at.ts', 'export const at = (ms: number) => new Date(ms).toISOString()\n', null],
  ['packages/core/src/users/users.test.ts', 'export const now = Date.now()\n', null],
  ['packages/core/src/ports/default-clock.ts', 'export const clock = { now: () => Date.now() }\n', null],
  ['packages/http/src/clock.ts', 'export const now = Date.now()\n', null],
  ['packages/http/src/long.ts', lines(301), 'noExcessiveLinesPerFile'],
  ['packages/http/src/long-enough.ts', lines(299), null],
  ['packages/http/src/long.test.ts', lines(501), 'noExcessiveLinesPerFile'],
  ['packages/http/src/long-enough.test.ts', lines(499), null],
  ['packages/react/src/messages/en-gb.ts', lines(400), null],
  ['packages/http/src/everything.ts', "export * from './clock.ts'\n", 'noReExportAll'],
  ['packages/http/src/bare.ts', "export { now } from './clock'\n", 'useImportExtensions'],
  ['packages/http/src/loose.ts', 'export const loose = (value: any) => value\n', 'noExplicitAny'],
  ['packages/http/src/silenced.ts', '// @ts-ignore\nexport const silenced = 1\n', 'noTsIgnore'],
  [
    'packages/http/src/mute.ts',
    `// biome-${'ignore'} lint/suspicious/noExplicitAny:\nexport const a: any = 1\n`,
    'suppressions',
  ],
  ['packages/http/src/unused.ts', "import { now } from './clock.ts'\nexport const unused = 1\n", 'noUnusedImports'],
  ['packages/http/src/CamelCase.ts', 'export const camel = 1\n', 'useFilenamingConvention'],
  ['packages/http/src/focus.test.ts', "it.only('a', () => {})\n", 'noFocusedTests'],
  ['packages/http/src/skip.test.ts', "it.skip('a', () => {})\n", 'noSkippedTests'],
]

const names: [file: string, text: string, complaint: string | null][] = [
  ['packages/core/src/utils/a.ts', 'export const a = 1\n', 'names no thing'],
  ['packages/react/src/users/hooks/use-user.ts', 'export const a = 1\n', 'names no thing'],
  ['packages/core/src/users/types.ts', 'export const a = 1\n', 'names no thing'],
  ['packages/core/src/billing/bill.ts', 'export const a = 1\n', 'neither a slice'],
  ['packages/core/src/users/later.ts', `// ${'TO'}DO\nexport const a = 1\n`, 'finish it'],
  ['packages/core/src/users/schema.ts', "import { z } from 'zod'\nexport const a = z\n", 'zod/mini'],
  ['packages/core/src/users/users.rules.ts', 'export const a = 1\n', null],
]

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'rollcall-lint-'))
  for (const [file, text] of [...biome, ...names]) {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), text)
  }
  for (const file of ['biome.json', '.gitignore', 'scripts/no-ambient-values.grit'])
    cpSync(join(root, file), join(tree, file))
  execFileSync('git', ['init', '--quiet'], { cwd: tree })
})

afterAll(() => rmSync(tree, { recursive: true, force: true }))

describe('the linter', () => {
  let complaints: string[]
  beforeAll(() => {
    const { stdout } = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      ['lint', '--max-diagnostics=none', '--reporter=github'],
      {
        cwd: tree,
        encoding: 'utf8',
      },
    )
    complaints = stdout.split('\n')
  })

  it.each(biome)('judges %s', (file, _, complaint) => {
    const found = complaints.filter((line) => line.includes(`/${file},line`)).join('\n')
    if (complaint) expect(found).toContain(complaint)
    else expect(found).toBe('')
  })
})

describe('the names in the tree', () => {
  let run: { status: number | null; stderr: string }
  beforeAll(() => {
    run = spawnSync('node', [join(root, 'scripts/check-tree.mjs'), tree], { encoding: 'utf8' })
  })

  it('fail the check where one is wrong', () => {
    expect(run.status).toBe(1)
  })

  it.each(names)('judge %s', (file, _, complaint) => {
    const found = run.stderr
      .split('\n')
      .filter((line) => line.startsWith(file))
      .join('\n')
    if (complaint) expect(found).toContain(complaint)
    else expect(found).toBe('')
  })
})
