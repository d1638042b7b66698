import { readFileSync } from 'node:fs'

/** One line of `authority.csv`; the columns are said in README.md. */
export interface Line {
  readonly preset: string
  readonly row: string
  readonly actor: string
  readonly action: string
  readonly with: string
  readonly target: string
  readonly state: string
  readonly scope: string
  readonly allowed: string
  readonly reason: string
}

/** The lines about one preset. */
export function linesOf(preset: string): Line[] {
  const csv = readFileSync(new URL('authority.csv', import.meta.url), 'utf8')
  return parse(csv).filter((line) => line.preset === preset)
}

/** What a line expects: `allowed`, or the reason against it. */
export function expectedOf({ allowed, reason }: Line): string {
  return allowed === 'yes' ? 'allowed' : reason
}

/** A line as the name of its test. */
export function nameOf(line: Line): string {
  const { row, actor, action, target, state, scope } = line
  const how = [state, scope].filter(Boolean).join(', ')
  const what = [action, line.with && `with ${line.with}`, target && `of ${target}`, how && `(${how})`]
  return `${row}: ${actor} ${what.filter(Boolean).join(' ')}: ${expectedOf(line)}`
}

function parse(csv: string): Line[] {
  const [head = '', ...rows] = csv.trim().split('\n')
  const columns = head.split(',')
  return rows.map((row) => {
    const cells = [...row.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) as unknown as Line
  })
}
