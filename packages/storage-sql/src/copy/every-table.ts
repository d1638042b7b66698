import type { Connection, Value } from '../connection.ts'
import { TABLES } from '../migrations/migrate.ts'
import type { Column, Table } from '../migrations/schema.ts'
import { engineOf, type SqlStorage } from '../sql-storage.ts'
import type { Tables } from '../tables.ts'
import type { Row } from './row-pages.ts'

/** More than one page of rows has, so that pages are turned. */
const ROWS = 150

/** What databases have been seen to change: blanks, letters that fold, marks, quotes, backslashes, line ends, planes. */
const HOSTILE = [
  '',
  ' ',
  'blanks at the end  ',
  '\ttab and\r\nline ends\n',
  `quotes ' " \` and \\ backslashes \\' %s $1 ? :name`,
  'Ångström ÅNGSTRÖM ångström a\u030angstrom',
  'straße STRASSE ſ ﬁ İ ı',
  '\u{1f469}\u200d\u{1f469}\u200d\u{1f467} \u{10ffff} \ufffd \ufeff',
  'שלום \u202eright to left\u202c',
  '\u0001\u001f\u007f\u0085\u2028\u2029',
  '{"json": [null, "\\u0000"]}',
  '1e3',
  'null',
]

const LONGEST = { id: 100, key: 255, folded: 400, text: 3_000 } as const

const NUMBERS = {
  flag: [0, 1],
  integer: [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)],
  // The ends of what a `Date` can be.
  instant: [0, 1, -1, 8.64e15, -8.64e15, 1_781_438_700_123],
} as const

/** What tables check of their own columns. */
const CHECKED: Readonly<Record<string, (index: number) => Row>> = {
  identifiers: (index) => ({ kind: index % 2 ? 'email' : 'username' }),
  lockouts: (index) => ({ failed: index % 3, undecided: 1, threshold: 2 ** 31 - 1 }),
  // A chain against the order of ids: each refers to one that comes after it.
  sessions: (index) => ({ parent_id: index % 10 === 9 ? null : idOf(index + 1) }),
}

const idOf = (index: number) => `${String(index).padStart(4, '0')} ${HOSTILE[index % HOSTILE.length]}`

/** Fills every table of a migrated, empty database with rows that are hard to carry. */
export async function fillEveryTable(storage: SqlStorage): Promise<void> {
  await engineOf(storage).transaction(async (connection) => {
    for (const table of TABLES) await fill(connection, table)
  })
}

async function fill({ db }: Connection, table: Table): Promise<void> {
  const count = table.name === 'settings' ? 1 : ROWS
  const rows = Array.from({ length: count }, (_, index) => rowOf(table, index))
  // Last first, as some refer to later ones.
  for (const row of rows.reverse())
    await db
      .insertInto(table.name as keyof Tables)
      .values(row as never)
      .execute()
}

function rowOf(table: Table, index: number): Row {
  const unique = Object.values(table.indexes ?? {}).flatMap((index) => {
    return 'unique' in index ? index.columns : []
  })
  const keys = [...table.primary, ...(table.unique ?? []).flat(), ...unique]
  const kept = new Set([...keys, ...Object.keys(table.belongs ?? {})])
  const columns = Object.entries(table.columns).map(([name, column], position) => {
    return [name, cellOf(column, index, position, kept.has(name) ? 'distinct' : 'any')]
  })
  const row = Object.fromEntries(columns)
  if (table.name === 'settings') return { ...row, number: 1 }
  return { ...row, ...CHECKED[table.name]?.(index) }
}

function cellOf(column: Column, index: number, position: number, which: 'distinct' | 'any'): Value {
  const nullable = column.endsWith('?')
  const type = (nullable ? column.slice(0, -1) : column) as keyof typeof LONGEST | keyof typeof NUMBERS
  if (nullable && (index + position) % 3 === 0) return null
  if (type === 'flag' || type === 'integer' || type === 'instant') {
    return which === 'distinct' ? index : (NUMBERS[type][(index + position) % NUMBERS[type].length] as number)
  }
  if (which === 'distinct') return idOf(index)
  const text = HOSTILE[(index + position) % HOSTILE.length] as string
  if (index % 20 !== 7) return text
  // Four bytes each, which two of UTF-16 are.
  return '\u{1f98a}'.repeat(LONGEST[type])
}
