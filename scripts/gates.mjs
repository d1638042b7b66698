// How `npm test` runs a gate, counts it and says in a line how it went.
import { existsSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bin, cache, readJson, root, run } from './workspace.mjs'

/** Tests over all Vitest runs; a gate without tests adds one failure when it fails and nothing when it passes. */
export const total = { passed: 0, failed: 0, skipped: 0 }

/** Names of the gates that failed. */
export const red = []

const slug = (name) => name.replaceAll(/\W+/g, '-')
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** The first and the last lines: tools put the matter at either end. */
function clip(text, most = 40) {
  const lines = text.trim().split('\n')
  if (lines.length <= most) return lines.join('\n')
  return [...lines.slice(0, most - 15), `… ${lines.length - most} lines …`, ...lines.slice(-15)].join('\n')
}

/** Runs `work` and prints one line, or the details where it failed; the next gate runs either way. */
export async function gate(name, work) {
  const start = Date.now()
  const {
    ok,
    note = '',
    detail = '',
  } = await work().catch((error) => {
    total.failed += 1
    return { ok: false, detail: error.message }
  })
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(20)} ${seconds(start).padStart(8)}  ${note}`.trimEnd())
  if (ok) return
  red.push(name)
  console.log(detail.trimEnd().replace(/^/gm, '      '))
}

/** A gate that is one command: its exit code decides, its output is shown where it fails. */
export function command(name, tool, args, options = {}) {
  return gate(name, async () => {
    const { ok, output, log } = await run(tool, args, { ...options, log: `${slug(name)}.log` })
    if (!ok) total.failed += 1
    return { ok, detail: `${clip(output)}\nAll of it: ${relative(root, log)}` }
  })
}

/** What a Vitest report counts; a file that could not be loaded is a failure too. */
function counted({ testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  const failures = []
  let unloaded = 0
  for (const file of testResults) {
    const where = relative(root, file.name)
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    if (file.status === 'failed' && failed.length === 0) {
      unloaded += 1
      failures.push(`${where}: ${file.message}`)
    }
    for (const { fullName, failureMessages } of failed) {
      const own = failureMessages
        .join('\n')
        .split('\n')
        .filter((line) => !/^\s+at .*(?:node_modules|node:)/.test(line))
      failures.push([`${where}: ${fullName}`, ...own.slice(0, 6)].join('\n  '))
    }
  }
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded,
    skipped: numPendingTests + numTodoTests,
    failures,
  }
}

const fromUnhandled = (output) => output.slice(Math.max(0, output.indexOf('Unhandled Error')))

/** A gate that is a Vitest run. Resolves to the path of its report, which stays after the run. */
export async function tests(name, config, options = {}) {
  const report = join(cache, `${slug(name)}.json`)
  rmSync(report, { force: true })
  await gate(name, async () => {
    const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { ok, output, log } = await run(bin('vitest'), args, { ...options, log: `${slug(name)}.log` })
    const counts = existsSync(report) ? counted(readJson(report)) : { passed: 0, failed: 0, skipped: 0, failures: [] }
    // An error outside every test fails the run without failing a test; Vitest tells of it at the end.
    const outside = !ok && counts.failed === 0
    if (outside) counts.failed = 1
    for (const key of Object.keys(total)) total[key] += counts[key]
    return {
      ok: counts.failed === 0,
      note: `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
      detail: `${clip(outside ? fromUnhandled(output) : counts.failures.join('\n'))}\nAll of it: ${relative(root, log)}`,
    }
  })
  return report
}
