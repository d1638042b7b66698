// Breaks the product on purpose, one small patch a row, and expects the row's tests to turn red.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { findChromium } from '../scripts/chromium.mjs'
import { filesNaming, report, reports, suites, testsWithRows } from './rows.mjs'

const readBreaks = (root) => JSON.parse(readFileSync(join(root, 'acceptance/breaks.json'), 'utf8'))

/** Why a patch cannot be applied, or null. */
export function misfit(root, { row, file, search }) {
  if (!existsSync(join(root, file))) return `${row}: breaks.json patches ${file}, which is not there.`
  const times = readFileSync(join(root, file), 'utf8').split(search).length - 1
  return times === 1 ? null : `${row}: ${file} holds the text to replace ${times} times, not once.`
}

/** What is wrong with `breaks.json` without trying it, of all rows or of those named: rows left out, patches that fit nowhere. */
export function misfits(root, { claimed }, only = []) {
  const asked = (id) => only.length === 0 || only.includes(id)
  const breaks = readBreaks(root).filter(({ row }) => asked(row))
  const missing = Object.keys(claimed).filter((id) => asked(id) && !breaks.some(({ row }) => row === id))
  return [
    ...missing.map((id) => `${id} is claimed and breaks.json has no patch for it.`),
    ...breaks.flatMap((entry) => misfit(root, entry) ?? []),
  ]
}

/**
 * Tries the patches of `breaks.json`, of all rows or of those named.
 * @returns what is wrong with them, and which of them nobody noticed.
 */
export async function tryBreaks(root, rows, only = []) {
  const problems = misfits(root, rows, only)
  const before = testsWithRows(root, await reports(root, only.length > 0 ? only : rows.all))
  for (const entry of readBreaks(root)) {
    if (misfit(root, entry) || (only.length > 0 && !only.includes(entry.row))) continue
    const red = before.find(({ ids, status }) => ids.includes(entry.row) && status === 'failed')
    const { caught, said } = red
      ? { caught: false, said: `${red.where} is red before anything is broken` }
      : await tryBreak(root, entry)
    console.log(`${entry.row.padEnd(4)} ${caught ? 'caught' : 'MISSED'}  ${entry.why} (${said})`)
    if (!caught) problems.push(`${entry.row}: ${said}`)
  }
  return problems
}

/**
 * Does `work` while the patch is applied, and takes it back whatever happens.
 * @returns what `work` says, or why nothing was tried.
 */
export async function patched(root, { file, search, replace }, work) {
  const path = join(root, file)
  const dirty = execFileSync('git', ['status', '--porcelain', '--', file], { cwd: root, encoding: 'utf8' })
  if (dirty) return `${file} has changes of its own; commit them first`
  const sound = readFileSync(path, 'utf8')
  const restore = () => writeFileSync(path, sound)
  const stop = () => process.exit(130)
  process.once('exit', restore).once('SIGINT', stop).once('SIGTERM', stop)
  writeFileSync(
    path,
    sound.replace(search, () => replace),
  )
  try {
    return await work()
  } finally {
    restore()
    process.off('exit', restore).off('SIGINT', stop).off('SIGTERM', stop)
  }
}

async function tryBreak(root, entry) {
  const { row, file } = entry
  const targets = suites(root)
    .filter(({ browser }) => !browser || findChromium())
    .map((suite) => ({ suite, files: filesNaming(suite, [row]) }))
    .filter(({ files }) => files.length > 0)
  if (targets.length === 0) return { caught: false, said: 'no test file names the row' }

  const outcome = await patched(root, entry, async () => {
    for (const { suite, files } of targets) {
      const found = await report(root, suite, { files, pattern: `\\[${row}\\]` })
      const red = testsWithRows(root, found ? [found] : []).filter(
        ({ ids, status }) => ids.includes(row) && status === 'failed',
      )
      if (red.length > 0) return { caught: true, said: red[0].where }
    }
    return { caught: false, said: `the tests stay green, or do not even load, with ${file} broken` }
  })
  return typeof outcome === 'string' ? { caught: false, said: outcome } : outcome
}
