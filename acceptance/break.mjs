// Breaks the product on purpose, one small patch a row, and expects the row's tests to turn red.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { findChromium } from '../scripts/chromium.mjs'
import { filesNaming, report, suites, testsWithRows } from './rows.mjs'

/**
 * Tries the patches of `breaks.json`, of all rows or of those named.
 * @returns what is wrong: patches that fit nowhere, that nobody noticed, claimed rows without one.
 */
export async function tryBreaks(root, { claimed }, only = []) {
  const breaks = JSON.parse(readFileSync(join(root, 'acceptance/breaks.json'), 'utf8'))
  const problems = []
  for (const id of Object.keys(claimed)) {
    if (only.length > 0 && !only.includes(id)) continue
    if (!breaks.some(({ row }) => row === id)) problems.push(`${id} is claimed and breaks.json has no patch for it.`)
  }
  for (const entry of breaks) {
    if (only.length > 0 && !only.includes(entry.row)) continue
    const { caught, said } = await tryBreak(root, entry)
    console.log(`${entry.row.padEnd(4)} ${caught ? 'caught' : 'MISSED'}  ${entry.why}${said ? ` (${said})` : ''}`)
    if (!caught) problems.push(`${entry.row}: ${said}`)
  }
  return problems
}

async function tryBreak(root, { row, file, search, replace }) {
  const path = join(root, file)
  const dirty = execFileSync('git', ['status', '--porcelain', '--', file], { cwd: root, encoding: 'utf8' })
  if (dirty) return { caught: false, said: `${file} has changes of its own; commit them first` }
  const sound = readFileSync(path, 'utf8')
  const times = sound.split(search).length - 1
  if (times !== 1) return { caught: false, said: `${file} holds the text to replace ${times} times, not once` }

  const targets = suites(root)
    .filter(({ browser }) => !browser || findChromium())
    .map((suite) => ({ suite, files: filesNaming(suite, row) }))
    .filter(({ files }) => files.length > 0)
  if (targets.length === 0) return { caught: false, said: 'no test file names the row' }

  const restore = () => writeFileSync(path, sound)
  const stop = () => process.exit(130)
  process.once('exit', restore).once('SIGINT', stop).once('SIGTERM', stop)
  writeFileSync(
    path,
    sound.replace(search, () => replace),
  )
  try {
    for (const { suite, files } of targets) {
      const found = await report(root, suite, { files, pattern: `\\[${row}\\]` })
      const red = testsWithRows(root, found ? [found] : []).filter(
        ({ ids, status }) => ids.includes(row) && status === 'failed',
      )
      if (red.length > 0) return { caught: true, said: relative(root, join(root, red[0].where)) }
    }
    return { caught: false, said: `the tests stay green, or do not even load, with ${file} broken` }
  } finally {
    restore()
    process.off('exit', restore).off('SIGINT', stop).off('SIGTERM', stop)
  }
}
