/**
 * What a column holds. `id`: text of up to 100 characters; `key`: up to 255; `folded`: up to 400, as what people type may
 * grow when it is folded; `text`: any length, not indexed; `integer`; `instant`: epoch milliseconds; `flag`: 0 or 1. Text is
 * compared bytewise.
 */
export type ColumnType = 'id' | 'key' | 'folded' | 'text' | 'integer' | 'instant' | 'flag'

/** A `?` behind it: may be null. */
export type Column = ColumnType | `${ColumnType}?`

export interface Table {
  readonly name: string
  readonly columns: Readonly<Record<string, Column>>
  readonly primary: readonly string[]
  /** Rows are narrow and may lie in the order of the primary key itself. */
  readonly clustered?: boolean
  /** Also counted in a column `number`, where the engine's search index knows rows by number. */
  readonly numbered?: boolean
  readonly unique?: readonly (readonly string[])[]
  /** Columns and the tables whose `id` they hold; rows go with what they refer to. */
  readonly belongs?: Readonly<Record<string, string>>
  readonly checks?: readonly string[]
  readonly indexes?: Readonly<Record<string, Index>>
}

/** Columns in order; a partial index has those rows only, where the engine knows such. Nulls are never the same. */
export type Index =
  | readonly string[]
  | { readonly columns: readonly string[]; readonly where: Where; readonly unique?: true }

/** What is asked of one column. */
export interface Where {
  readonly column: string
  readonly is: 'IS NULL' | 'IS NOT NULL' | `= ${string}`
}

/** A column's type, and whether it may be null. */
function typeOf(column: Column): { readonly type: ColumnType; readonly nullable: boolean } {
  const nullable = column.endsWith('?')
  return { type: (nullable ? column.slice(0, -1) : column) as ColumnType, nullable }
}

export function indexOf(index: Index): {
  readonly columns: readonly string[]
  readonly where: Where | null
  readonly kind: 'INDEX' | 'UNIQUE INDEX'
} {
  if (!('where' in index)) return { columns: index, where: null, kind: 'INDEX' }
  return { ...index, kind: index.unique ? 'UNIQUE INDEX' : 'INDEX' }
}

/** How one engine writes what a table is. */
export interface Writing {
  readonly types: Readonly<Record<ColumnType, string>>
  quote(name: string): string
  /** What numbered tables have in place of `PRIMARY KEY`. */
  readonly numbered?: string
}

/** The lines inside of `CREATE TABLE (…)`: columns, keys, checks. */
export function tableLines(table: Table, { types, quote, numbered = 'PRIMARY KEY' }: Writing): string[] {
  const names = (columns: readonly string[]) => columns.map(quote).join(', ')
  const columns = Object.entries(table.columns).map(([name, column]) => {
    const { type, nullable } = typeOf(column)
    const flag = type === 'flag' ? ` CHECK (${quote(name)} IN (0, 1))` : ''
    return `${quote(name)} ${types[type]}${nullable ? '' : ' NOT NULL'}${flag}`
  })
  return [
    ...columns,
    `${table.numbered ? numbered : 'PRIMARY KEY'} (${names(table.primary)})`,
    ...(table.unique ?? []).map((unique) => `UNIQUE (${names(unique)})`),
    ...Object.entries(table.belongs ?? {}).map(
      ([column, other]) =>
        `FOREIGN KEY (${quote(column)}) REFERENCES ${quote(other)} (${quote('id')}) ON DELETE CASCADE`,
    ),
    ...(table.checks ?? []).map((check) => `CHECK (${check})`),
  ]
}

/** `CREATE INDEX` for each index, partial ones as such. */
export function indexStatements(table: Table, { quote }: Writing): string[] {
  return Object.entries(table.indexes ?? {}).map(([name, index]) => {
    const { columns, where, kind } = indexOf(index)
    const partial = where ? ` WHERE ${quote(where.column)} ${where.is}` : ''
    return `CREATE ${kind} ${quote(name)} ON ${quote(table.name)} (${columns.map(quote).join(', ')})${partial}`
  })
}
