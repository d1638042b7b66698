// Do all storages keep the same promises? Every engine must have run the same cases of the conformance suite.
import { env } from 'node:process'
import { readJson } from './workspace.mjs'

/** Where their servers are installed; one machine has them all: CI. */
const IN_CI = ['memory', 'SQLite', 'PostgreSQL', 'MariaDB']

/**
 * @param {string} report a report of Vitest's over the tests in Node
 * @returns {{ ok: boolean, note: string, detail: string }} which engines ran how many cases, and what any of them lacks
 */
export function conformance(report) {
  const engines = new Map()
  const adapters = readJson(report).testResults.filter(({ name }) => /packages\/storage-[a-z]+\/src\//.test(name))
  for (const { assertionResults } of adapters) {
    for (const { ancestorTitles, title, status } of assertionResults) {
      const engine = /^(\S+) storage$/.exec(ancestorTitles[0] ?? '')?.[1]
      if (!engine) continue
      const cases = engines.get(engine) ?? { names: new Set(), skipped: 0 }
      cases.names.add([...ancestorTitles.slice(1), title].join(' › '))
      if (status === 'pending') cases.skipped += 1
      engines.set(engine, cases)
    }
  }
  const all = new Set([...engines.values()].flatMap(({ names }) => [...names]))
  const lacking = [...engines].flatMap(([engine, { names }]) =>
    [...all].filter((name) => !names.has(name)).map((name) => `${engine} lacks: ${name}`),
  )
  const absent = env.CI ? IN_CI.filter((engine) => !engines.has(engine)).map((engine) => `${engine} did not run`) : []
  const ran = [...engines].map(([engine, { skipped }]) => (skipped ? `${engine} (${skipped} not run)` : engine))
  const problems = [...absent, ...lacking]
  return {
    ok: problems.length === 0 && all.size > 0,
    note: `${all.size} cases on ${ran.join(', ')}`,
    detail: problems.join('\n'),
  }
}
