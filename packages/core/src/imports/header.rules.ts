import type { FileFault } from '../kernel/refusals.ts'
import type { AttributeDefinitions } from '../users/attribute.rules.ts'
import { ATTRIBUTE_COLUMN, type AttributeColumn, COLUMNS, type Column } from '../users/csv-columns.rules.ts'

export type AnyColumn = Column | AttributeColumn

/** A column of a file; null: left out. */
export interface FileColumn {
  readonly header: string
  readonly column: AnyColumn | null
}

/** The column that files of refused rows have beside those they came with; left out when it comes back. */
export const REFUSED_BECAUSE = 'RefusedBecause'

/** What rows are known by. */
export function keyColumn(policy: { readonly username: unknown }): 'username' | 'email' {
  return policy.username ? 'username' : 'email'
}

/**
 * What the columns of a file hold, by the names they have exactly or as they were mapped; or the first reason why the
 * file is not one of people.
 */
export function columnsOf(
  headers: readonly string[],
  line: number,
  mapping: Readonly<Record<string, AnyColumn | null>>,
  { key, attributes }: { readonly key: 'username' | 'email'; readonly attributes: AttributeDefinitions },
): readonly FileColumn[] | FileFault {
  const named = new Map<string, AnyColumn | null>([[REFUSED_BECAUSE, null]])
  for (const column of Object.keys(COLUMNS) as Column[]) named.set(COLUMNS[column], column)
  for (const name of Object.keys(attributes)) named.set(`${ATTRIBUTE_COLUMN}${name}`, `${ATTRIBUTE_COLUMN}${name}`)
  const known = new Set(named.values())

  const columns: FileColumn[] = []
  for (const [index, header] of headers.entries()) {
    const column = Object.hasOwn(mapping, header) ? mapping[header] : named.get(header)
    const place = { line, column: index + 1, header }
    if (column === undefined || !known.has(column)) return { problem: 'unknown-column', ...place }
    if (column !== null && columns.some((one) => one.column === column)) return { problem: 'doubled-header', ...place }
    columns.push({ header, column })
  }
  if (columns.some(({ column }) => column === key)) return columns
  return { problem: 'missing-header', line, column: null, header: COLUMNS[key] }
}
