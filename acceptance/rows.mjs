// The rows of the feature list, and which tests show each of them. Test names carry ids: `[A15] mails the inviter …`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import process from 'node:process'
import { findChromium } from '../scripts/chromium.mjs'

const most = 3
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** @returns every row id of the list and of those claimed beyond it, and the claimed ones with what they say. */
export function readRows(root) {
  const { rows, beyond = [], claimed } = readJson(join(root, 'acceptance/rows.json'))
  const listed = Object.entries(rows).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
  )
  return { all: [...listed, ...beyond], claimed }
}

/** The Vitest runs in which a row may be shown: through HTTP, or in a browser. */
export function suites(root) {
  const inBrowser = existsSync(join(root, 'examples')) ? readdirSync(join(root, 'examples')) : []
  const stories = { config: 'vitest.storybook.config.ts', folder: 'packages/react/src', args: ['--project=light'] }
  return [
    { config: 'vitest.node.config.ts', cwd: root, folder: 'acceptance', browser: false },
    { ...stories, cwd: root, browser: true },
    ...inBrowser.map((name) => ({
      config: 'vitest.browser.config.ts',
      cwd: join(root, 'examples', name),
      folder: '.',
      browser: true,
    })),
  ].filter(({ config, cwd }) => existsSync(join(cwd, config)))
}

/** Test files and stories of a suite that name one of the rows. */
export function filesNaming(suite, ids) {
  const walk = (path) =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name === 'dist') return []
      const each = join(path, entry.name)
      if (entry.isDirectory()) return walk(each)
      return /\.(?:test\.tsx?|stories\.tsx)$/.test(entry.name) ? [each] : []
    })
  const folder = join(suite.cwd, suite.folder)
  if (!existsSync(folder)) return []
  return walk(folder).filter((file) => {
    const text = readFileSync(file, 'utf8')
    return ids.some((id) => text.includes(`[${id}]`))
  })
}

/** Runs Vitest over files of a suite. @returns its report, or null where it wrote none. */
export async function report(root, suite, { files, pattern }) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-rows-'))
  const file = join(folder, 'report.json')
  const { config, args: more = [] } = suite
  const args = ['run', ...files, '--config', config, ...more, '--reporter=json', `--outputFile=${file}`]
  if (pattern) args.push('--testNamePattern', pattern)
  const child = spawn(join(root, 'node_modules/.bin/vitest'), args, {
    cwd: suite.cwd,
    stdio: 'ignore',
    env: { ...process.env, ...(suite.browser ? { CHROMIUM_PATH: findChromium() } : {}) },
  })
  const stop = () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stop)
  await once(child, 'close')
  try {
    return existsSync(file) ? readJson(file) : null
  } finally {
    process.off('exit', stop)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs what names these rows, in every suite that can run here. A run without a report counts as empty. */
export async function reports(root, ids) {
  const found = []
  for (const suite of suites(root)) {
    const files = suite.browser && !findChromium() ? [] : filesNaming(suite, ids)
    if (files.length === 0) continue
    const pattern = `\\[(?:${ids.join('|')})\\]`
    found.push((await report(root, suite, { files, pattern })) ?? { testResults: [] })
  }
  return found
}

/** Every test of the reports that names a row, from files that go through HTTP or a browser, stories included. */
export function testsWithRows(root, reports) {
  return reports.flatMap(({ testResults }) =>
    testResults.flatMap((file) => {
      const where = relative(root, file.name)
      if (!/^(?:acceptance|examples)\/|\.stories\.tsx$/.test(where)) return []
      return file.assertionResults
        .map(({ fullName, status }) => ({
          where,
          name: fullName,
          status,
          ids: [...fullName.matchAll(/\[([ABC]\d+)\]/g)].map(([, id]) => id),
        }))
        .filter(({ ids }) => ids.length > 0)
    }),
  )
}

/** Sets rows against tests. @returns the lines to print, and what is wrong. */
export function judge({ all, claimed }, tests) {
  const problems = tests
    .filter(({ ids }) => ids.length > most)
    .map(({ where, name }) => `${where}: "${name}" names more than ${most} rows.`)
  const lines = []
  const open = []
  for (const id of all) {
    const shown = tests.filter(({ ids }) => ids.includes(id))
    if (!shown.length && !(id in claimed)) {
      open.push(id)
      continue
    }
    lines.push(`${id.padEnd(4)} ${claimed[id] ?? '(not claimed)'}`)
    for (const { where, name, status } of shown) lines.push(`     ${status.padEnd(7)} ${where}: ${name}`)
    if (!(id in claimed)) continue
    if (!shown.length) problems.push(`${id} is claimed and no test names it.`)
    else if (!shown.some(({ status }) => status === 'passed'))
      problems.push(`${id} is claimed and no test of it passes.`)
  }
  for (const id of Object.keys(claimed)) if (!all.includes(id)) problems.push(`${id} is claimed and no such row.`)
  for (const { ids, status, where, name } of tests) {
    if (status === 'failed' && ids.some((id) => id in claimed)) problems.push(`${where}: "${name}" fails.`)
  }
  return { lines, open, problems }
}
