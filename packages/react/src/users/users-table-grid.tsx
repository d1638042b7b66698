import '../messages/en-GB/users.ts'
import { constructTable, createColumnHelper } from '@tanstack/react-table'
import { type CSSProperties, useMemo, useRef, useState } from 'react'
import { Checkbox } from '../ui/choice.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { SortName, UsersFilter } from './users-filter.ts'
import type { User } from './users-query.ts'
import type { TableColumn } from './users-table-columns.tsx'
import { Head, type HeadActs, PlainHead, prepareDrags } from './users-table-head.tsx'
import { type Features, features, ROLES, SERVING_WIDTH } from './users-table-parts.ts'
import { SkeletonRow, UserRow } from './users-table-row.tsx'
import type { useSelection } from './users-table-selection.ts'

const helper = createColumnHelper<Features, User>()

interface GridProps extends Omit<HeadActs, 'onResize'> {
  /** Undefined while the first page is on its way. */
  users: readonly User[] | undefined
  columns: readonly TableColumn[]
  /** Those somebody gave to columns. */
  widths: ReadonlyMap<string, number | undefined>
  filter: UsersFilter
  onSort: (by: SortName) => void
  /** Widths by column, undefined for one that takes back the width it comes with. */
  onResize: (widths: Readonly<Record<string, number | undefined>>) => void
  /** Undefined for those who may do nothing to anybody. */
  selection: ReturnType<typeof useSelection> | undefined
  /** The rows are those of another question, whose answer is awaited. */
  stale: boolean
}

/** The table itself; under 640 px of width its rows are cards. */
export function UsersGrid({ users, columns, widths, filter, selection, stale, onResize, ...acts }: GridProps) {
  const { t } = useRollcall()
  const element = useRef<HTMLTableElement>(null)
  const definitions = useMemo(() => helper.columns(columns.map(definitionOf)), [columns])
  const shown = { columns: definitions, data: users ?? NONE }
  const [table] = useState(() => constructTable({ features, getRowId: ({ id }) => id, ...shown }))
  table.setOptions((options) => ({ ...options, ...shown }))
  const styles = stylesOf(columns, widths, selection !== undefined)

  /** The first width somebody gives settles those of all: no other column moves along. */
  function resize(id: string, width: number | undefined) {
    const heads = element.current?.querySelectorAll<HTMLElement>('th[data-movable]') ?? []
    const settled = Array.from(heads, (head) => [head.dataset.column ?? '', head.offsetWidth] as const)
    onResize({ ...(width !== undefined && Object.fromEntries(settled)), [id]: width })
  }

  return (
    <div className="rc-table-scroll">
      <table
        ref={element}
        className="rc-table"
        aria-label={t('users.title')}
        aria-busy={!users || stale || undefined}
        data-state={stale ? 'stale' : undefined}
        style={styles.table}
        {...ROLES.table}
      >
        <colgroup>
          {selection && <col style={SERVING} />}
          {columns.map(({ id }) => (
            <col key={id} data-column={id} style={styles.columns[id]} />
          ))}
          <col />
        </colgroup>
        <thead className="rc-thead" onPointerEnter={prepareDrags} {...ROLES.group}>
          <tr className="rc-tr" {...ROLES.row}>
            {selection && (
              <PlainHead id="select">
                <Checkbox
                  aria-label={t('users.selectPage')}
                  checked={selection.all}
                  indeterminate={selection.some}
                  onChange={({ target }) => selection.selectPage(target.checked)}
                />
              </PlainHead>
            )}
            {columns.map((column) => (
              <Head
                key={column.id}
                column={column}
                width={widths.get(column.id) ?? column.width}
                filter={filter}
                onResize={resize}
                {...acts}
              />
            ))}
            <PlainHead id="actions">
              <span className="rc-hidden">{t('users.actions')}</span>
            </PlainHead>
          </tr>
        </thead>
        <tbody className="rc-tbody" {...ROLES.group}>
          {users
            ? table
                .getRowModel()
                .rows.map((row) => (
                  <UserRow
                    key={row.id}
                    row={row}
                    columns={columns}
                    selected={selection?.has(row.id)}
                    onSelect={selection?.select}
                  />
                ))
            : WAITING.map((row) => <SkeletonRow key={row} columns={columns} selectable={selection !== undefined} />)}
        </tbody>
      </table>
    </div>
  )
}

const NONE: readonly User[] = []
const WAITING = [1, 2, 3, 4, 5, 6, 7, 8] as const
const SERVING: CSSProperties = { inlineSize: SERVING_WIDTH }

/**
 * Until somebody sizes a column, they share the room there is by the widths they come with; from then on each keeps its
 * own, and the last one, with the menus, takes what is left.
 */
function stylesOf(columns: readonly TableColumn[], widths: GridProps['widths'], selectable: boolean) {
  const serving = selectable ? 2 * SERVING_WIDTH : SERVING_WIDTH
  const sized = columns.some(({ id }) => widths.get(id) !== undefined)
  const usual = columns.reduce((sum, { width }) => sum + width, 0)
  const total = columns.reduce((sum, { id, width }) => sum + (widths.get(id) ?? width), serving)
  const widthOf = ({ id, width }: TableColumn) =>
    sized
      ? `${widths.get(id) ?? width}px`
      : `max(${width}px, calc((100cqi - ${serving}px) * ${(width / usual).toFixed(4)}))`
  return {
    table: { '--rc-users-width': `${total}px` } as CSSProperties,
    columns: Object.fromEntries(columns.map((column) => [column.id, { inlineSize: widthOf(column) }])),
  }
}

const definitions = new WeakMap<TableColumn, ReturnType<typeof define>>()
const define = ({ id, cell }: TableColumn) => helper.display({ id, cell: ({ row }) => cell(row.original) })

/** One for each column, or its cells would be other components whenever columns are moved. */
function definitionOf(column: TableColumn) {
  const definition = definitions.get(column) ?? define(column)
  definitions.set(column, definition)
  return definition
}
