// Judges what was reached against the targets and prints it.
import { median, ratio } from './rounds.mjs'

/**
 * @typedef {{ of?: string, atLeast?: number, atMost?: number }} Target of a side: by the ratio to it; otherwise by the figure itself
 * @typedef {{ what: string, unit: string, reached: import('./rounds.mjs').Reached, targets?: Target[], wishes?: Target[] }} Line
 */

/** Whether a line reaches a target, and with which figure. */
export function judge({ reached }, { of, atLeast, atMost }) {
  const figure = of === undefined ? median(reached.ours) : ratio(reached.ours, reached[of])
  return { figure, met: (atLeast === undefined || figure >= atLeast) && (atMost === undefined || figure <= atMost) }
}

/** All lines as a table: figures of every side, and each target with what was reached. */
export function table(lines) {
  const rows = lines.flatMap((line) => {
    const { ours, limit, ...peers } = line.reached
    const targets = [...(line.targets ?? []), ...(line.wishes ?? []).map((wish) => ({ ...wish, wish: true }))]
    const others = Object.entries(peers).map(([name, figures]) => `${name} ${shown(median(figures), line.unit)}`)
    const height = Math.max(targets.length, others.length, 1)
    return Array.from({ length: height }, (_, index) => [
      ...(index === 0
        ? [line.what, shown(median(ours), line.unit), limit ? shown(median(limit), line.unit) : '']
        : ['', '', '']),
      others[index] ?? '',
      ...(targets[index] ? verdict(line, targets[index]) : ['', '', '']),
    ])
  })
  const head = ['', 'ours', 'limit', 'others', 'ours by', 'target', '']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)))
  return [head, widths.map((width) => '-'.repeat(width)), ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function verdict(line, target) {
  const { figure, met } = judge(line, target)
  const unit = target.of ? '' : line.unit
  const bound = target.atLeast === undefined ? `≤ ${shown(target.atMost, unit)}` : `≥ ${shown(target.atLeast, unit)}`
  return [
    target.of ? `${target.of}: ${shown(figure, '')}` : shown(figure, unit),
    target.wish ? `${bound} wished` : bound,
    met ? 'reached' : 'missed',
  ]
}

function shown(figure, unit) {
  const digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2
  return `${figure.toLocaleString('en-GB', { maximumFractionDigits: digits })}${unit && !unit.startsWith('/') ? ' ' : ''}${unit}`
}
