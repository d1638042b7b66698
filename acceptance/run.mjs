// `npm run acceptance`: row → tests, red where a claimed row has none. `--break [id …]`: does each test notice?
// `--mutants [text …]`: is each removed check found by the stories of `escalation.test.ts`?
// `--reports <file …>` takes Vitest reports of a run that has been, `--root <folder>` another tree.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { argv, exit } from 'node:process'
import { parseArgs } from 'node:util'
import { misfits, tryBreaks } from './break.mjs'
import { tryMutants, unfitMutants } from './mutants.mjs'
import { judge, readRows, reports, testsWithRows } from './rows.mjs'

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    break: { type: 'boolean' },
    mutants: { type: 'boolean' },
    reports: { type: 'boolean' },
    root: { type: 'string' },
  },
})
const root = resolve(values.root ?? join(import.meta.dirname, '..'))
const rows = readRows(root)

if (values.break) {
  const problems = await tryBreaks(root, rows, positionals)
  finish(problems)
}

if (values.mutants) {
  const problems = await tryMutants(root, positionals)
  console.log(problems.length ? `${problems.length} to mend.` : 'Every check is missed when it goes.')
  exit(problems.length ? 1 : 0)
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
const found = values.reports ? positionals.map(read) : await reports(root, rows.all)
const { lines, open, problems } = judge(rows, testsWithRows(root, found))
console.log(lines.join('\n'))
console.log(`\nOpen: ${ranges(open) || 'none'}`)
finish([...problems, ...misfits(root, rows), ...unfitMutants(root)])

/** `A1 A2 A3 A17` → `A1–A3 A17`. */
function ranges(ids) {
  const runs = []
  for (const id of ids) {
    const last = runs.at(-1)?.at(-1)
    const follows = last && last[0] === id[0] && Number(last.slice(1)) + 1 === Number(id.slice(1))
    if (follows) runs.at(-1).push(id)
    else runs.push([id])
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}–${run.at(-1)}` : run[0])).join(' ')
}

function finish(problems) {
  console.log('')
  for (const problem of problems) console.log(problem)
  console.log(
    problems.length ? `${problems.length} to mend.` : `All ${Object.keys(rows.claimed).length} claimed rows hold.`,
  )
  exit(problems.length ? 1 : 0)
}
