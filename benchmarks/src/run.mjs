// `pnpm bench [row …]`: builds what is stale, runs each row in a process of its own, prints the table, and keeps the latest
// of each row in results/latest.json.
import { fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { build } from '../../scripts/build.mjs'
import { growthChart } from './growth-chart.mjs'
import { median } from './rounds.mjs'
import { judge, table } from './table.mjs'

const rows = [
  'decision',
  'page-actions',
  'session',
  'me',
  'sign-in',
  'sign-in-cost',
  'people',
  'people-postgres',
  'imports',
  'cold-import',
  'sizes',
]
/** Too long for a run of everything. */
const onlyWhenAsked = ['million', 'imports-million']
const all = [...rows, ...onlyWhenAsked]
const asked = process.argv.slice(2)
const unknown = asked.filter((row) => !all.includes(row))
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}. Rows: ${all.join(', ')}.`)
  process.exit(1)
}

await build({ say: () => {} })
const file = join(import.meta.dirname, '../results/latest.json')
const chart = join(import.meta.dirname, '../../docs/growth.svg')
for (const row of asked.length > 0 ? asked : rows) {
  const on = machine()
  const lines = await inItsOwnProcess(row)
  console.log(`${table(lines)}\n`)
  const kept = lines.map(summed)
  keep(row, { machine: on, lines: kept })
  if (row === 'million') writeFileSync(chart, growthChart(kept, `${on.processor}, ${on.cores} cores, ${on.at}`))
}

function keep(row, result) {
  const kept = { ...JSON.parse(readFileSync(file, 'utf8')), [row]: result }
  const inOrder = Object.fromEntries(all.filter((each) => kept[each]).map((each) => [each, kept[each]]))
  writeFileSync(file, `${JSON.stringify(inOrder, null, 2)}\n`)
}

function inItsOwnProcess(row) {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'row.mjs'), [row])
    child.once('message', resolve)
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`The row ${row} failed.`))
    })
  })
}

function machine() {
  return {
    at: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    system: platform(),
    processor: cpus()[0]?.model,
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadBefore: loadavg()[0],
  }
}

/** A line without its rounds: medians, extremes and what was held against the targets. */
function summed({ what, unit, reached, targets = [], wishes = [] }) {
  const held = (each) => {
    const { figure, met } = judge({ reached }, each)
    return { ...each, figure: rounded(figure), met }
  }
  const sides = Object.entries(reached).map(([side, figures]) => [
    side,
    { median: rounded(median(figures)), least: rounded(Math.min(...figures)), most: rounded(Math.max(...figures)) },
  ])
  return { what, unit, sides: Object.fromEntries(sides), targets: targets.map(held), wishes: wishes.map(held) }
}

function rounded(figure) {
  return Number(figure.toPrecision(4))
}
