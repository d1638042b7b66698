import { ATTRIBUTE_COLUMN, type AttributeColumn, COLUMNS, type Column, PASSWORD_HASH } from '@rollcall/core/rules'

type Holding = Column | AttributeColumn | typeof PASSWORD_HASH

export type Mapping = Record<string, Holding | null>

/**
 * Headers and what their columns hold, from `Header=Column` as typed; nothing behind the sign leaves a column out. The
 * first that says nothing is answered as it stands.
 */
export function mappingOf(typed: readonly string[]): Mapping | string {
  const mapping: Mapping = {}
  for (const pair of typed) {
    const sign = pair.lastIndexOf('=')
    const column = columnNamed(pair.slice(sign + 1).trim())
    if (sign < 1 || column === undefined) return pair
    mapping[pair.slice(0, sign)] = column
  }
  return mapping
}

/** By the header that exports give it. */
function columnNamed(name: string): Holding | null | undefined {
  if (name === '') return null
  if (name === PASSWORD_HASH) return name
  if (name.startsWith(ATTRIBUTE_COLUMN)) return name as AttributeColumn
  return (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column] === name)
}
