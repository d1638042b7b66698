import type { FileFault } from '../kernel/refusals.ts'
import type { AttributeDefinitions } from '../users/attribute.rules.ts'
import {
  ATTRIBUTE_COLUMN,
  type AttributeColumn,
  COLUMNS,
  type Column,
  PASSWORD_HASH,
} from '../users/csv-columns.rules.ts'

export type AnyColumn = Column | AttributeColumn | typeof PASSWORD_HASH

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

/** What headers are read by. */
interface HeaderRules {
  readonly key: 'username' | 'email'
  readonly attributes: AttributeDefinitions
  /** Whether whoever brings the file may bring hashes of passwords. */
  readonly hashes: boolean
}

/**
 * What the columns of a file hold, by the names they have exactly or as they were mapped; or the first reason why the
 * file is not one of people. Hashes of passwords come in where they may and a header is mapped to them, never by name.
 */
export function columnsOf(
  headers: readonly string[],
  line: number,
  mapping: Readonly<Record<string, AnyColumn | null>>,
  { key, attributes, hashes }: HeaderRules,
): readonly FileColumn[] | FileFault {
  const named = new Map<string, AnyColumn | null>([[REFUSED_BECAUSE, null]])
  for (const column of Object.keys(COLUMNS) as Column[]) named.set(COLUMNS[column], column)
  for (const name of Object.keys(attributes)) named.set(`${ATTRIBUTE_COLUMN}${name}`, `${ATTRIBUTE_COLUMN}${name}`)
  const known = new Set(named.values())
  if (hashes) known.add(PASSWORD_HASH)

  const columns: FileColumn[] = []
  for (const [index, header] of headers.entries()) {
    const column = Object.hasOwn(mapping, header) ? mapping[header] : named.get(header)
    const place = { line, column: index + 1, header }
    if (column === undefined || !known.has(column)) {
      const reserved = (column ?? header) === PASSWORD_HASH
      return { problem: reserved ? 'reserved-column' : 'unknown-column', ...place }
    }
    if (column !== null && columns.some((one) => one.column === column)) return { problem: 'doubled-header', ...place }
    columns.push({ header, column })
  }
  if (columns.some(({ column }) => column === key)) return columns
  return { problem: 'missing-header', line, column: null, header: COLUMNS[key] }
}
