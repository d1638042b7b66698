import { RefusedError } from '../kernel/refusals.ts'
import type { CsvRecord } from '../ports/csv-parser.ts'
import type { AttributeDefinitions } from '../users/attribute.rules.ts'
import { ATTRIBUTE_COLUMN, COLUMNS, type Column } from '../users/csv-columns.rules.ts'
import { emailKey, usernameKey } from '../users/identifier.rules.ts'
import { attributeValue, type CellValues, type Given } from './cell.rules.ts'
import type { AnyColumn, FileColumn } from './header.rules.ts'
import type { RowProblem } from './import.rules.ts'

/** `parseCell` of the contract. */
export type ParseCell = <C extends keyof CellValues>(column: C, text: string) => CellValues[C]

/** A row as its cells mean it. */
export interface ReadRow {
  readonly line: number
  readonly cells: readonly string[]
  /** Cells with problems are left out. */
  readonly given: Given
  readonly emailKey: string | null
  readonly usernameKey: string | null
  readonly problems: readonly RowProblem[]
}

/** A file of people by its header. */
export interface Sheet {
  readonly columns: readonly FileColumn[]
  has(column: AnyColumn): boolean
  /** A cell as it stands, trimmed; null where it is blank or the file has no such column. */
  text(cells: readonly string[], column: AnyColumn): string | null
  /** A problem with a cell of that column, or of one the file should have; null: of no cell in particular. */
  problem(
    column: AnyColumn | null,
    code: RowProblem['code'],
    more?: Partial<Pick<RowProblem, 'reason' | 'line'>>,
  ): RowProblem
  /** Of cells that are not escaped, or not any more. */
  read(record: CsvRecord): ReadRow
}

/** Texts of a column whose meaning is remembered: languages, roles and the like come again and again. */
const REMEMBERED = 1_000

type Meaning = { readonly value: unknown } | { readonly code: RowProblem['code'] }

/** Makes sense of rows under that header. */
export function openSheet(
  columns: readonly FileColumn[],
  attributes: AttributeDefinitions,
  parseCell: ParseCell,
): Sheet {
  const places = new Map(columns.map(({ column }, index) => [column, index]))
  const meanings = columns.map(({ column }) => (column === null ? null : remembering(column, attributes, parseCell)))

  const problem: Sheet['problem'] = (column, code, { reason = null, line = null } = {}) => {
    const index = column === null ? undefined : places.get(column)
    const missing = column === null ? null : Object.hasOwn(COLUMNS, column) ? COLUMNS[column as Column] : column
    const header = index === undefined ? missing : (columns[index]?.header ?? null)
    return { column: header, position: index === undefined ? null : index + 1, code, reason, line }
  }

  return {
    columns,
    problem,
    has: (column) => places.has(column),
    text: (cells, column) => cells[places.get(column) ?? -1]?.trim() || null,
    read({ line, cells }) {
      const problems: RowProblem[] = []
      const values: Record<string, unknown> = {}
      const own: Record<string, string | number | boolean | null> = {}
      if (cells.length > columns.length) problems.push(problem(null, 'too-long'))
      if (cells.length < columns.length) problems.push(problem(null, 'too-short'))
      for (const [index, meaningOf] of meanings.entries()) {
        const column = columns[index]?.column
        const text = cells[index]
        if (!meaningOf || column == null || text === undefined) continue
        const meaning = meaningOf(text)
        if ('code' in meaning) problems.push(problem(column, meaning.code))
        else if (!column.startsWith(ATTRIBUTE_COLUMN)) values[column] = meaning.value
        else own[column.slice(ATTRIBUTE_COLUMN.length)] = meaning.value as string | number | boolean | null
      }
      const given = { ...values, attributes: own } as Given
      return {
        line,
        cells,
        given,
        emailKey: given.email == null ? null : emailKey(given.email),
        usernameKey: given.username == null ? null : usernameKey(given.username),
        problems,
      }
    },
  }
}

function remembering(column: AnyColumn, attributes: AttributeDefinitions, parseCell: ParseCell) {
  const known = new Map<string, Meaning>()
  return (text: string): Meaning => {
    const before = known.get(text)
    if (before) return before
    const meaning = meaningOf(column, text, attributes, parseCell)
    if (known.size < REMEMBERED) known.set(text, meaning)
    return meaning
  }
}

function meaningOf(column: AnyColumn, text: string, attributes: AttributeDefinitions, parseCell: ParseCell): Meaning {
  const definition = attributes[column.slice(ATTRIBUTE_COLUMN.length)]
  if (column.startsWith(ATTRIBUTE_COLUMN) && definition) {
    return text === '' ? { value: null } : attributeValue(definition, text)
  }
  if (text.trim() === '') return { value: null }
  try {
    return { value: parseCell(column as keyof CellValues, text) }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    const [code = 'invalid'] = Object.values(error.details.fields ?? {})
    return { code }
  }
}
