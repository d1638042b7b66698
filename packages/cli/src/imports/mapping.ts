import { ATTRIBUTE_COLUMN, type AttributeColumn, COLUMNS, type Column } from '@rollcall/core/rules'

export type Mapping = Record<string, Column | AttributeColumn | null>

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
function columnNamed(name: string): Column | AttributeColumn | null | undefined {
  if (name === '') return null
  if (name.startsWith(ATTRIBUTE_COLUMN)) return name as AttributeColumn
  return (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column] === name)
}
