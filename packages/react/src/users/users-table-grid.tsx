import '../messages/en-GB/users.ts'
import { useTable } from '@tanstack/react-table'
import type { MouseEvent, ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { type SortName, sortOf, type UsersFilter } from './users-filter.ts'
import type { User } from './users-query.ts'
import { ALIGN, columns, features, SORTS } from './users-table-columns.tsx'

// Where the rows are laid out as cards, Safari would forget that this is a table.
const ROLES = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const

interface GridProps {
  /** Undefined while the first page is on its way. */
  users: readonly User[] | undefined
  filter: UsersFilter
  onSort: (by: SortName) => void
  /** The rows are those of another question, whose answer is awaited. */
  stale: boolean
}

/** The table itself; under 640 px of width its rows are cards. */
export function UsersGrid({ users, filter, onSort, stale }: GridProps) {
  const { t } = useRollcall()
  const table = useTable({ features, columns, data: users ?? NONE, getRowId: (user) => user.id })
  return (
    <div className="rc-table-scroll">
      <table
        className="rc-table"
        aria-label={t('users.title')}
        aria-busy={!users || stale || undefined}
        data-state={stale ? 'stale' : undefined}
        {...ROLES.table}
      >
        <thead className="rc-thead" {...ROLES.group}>
          <tr className="rc-tr" {...ROLES.row}>
            {columns.map(({ id = '' }) => (
              <Head key={id} id={id} filter={filter} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody className="rc-tbody" {...ROLES.group}>
          {users
            ? table.getRowModel().rows.map((row) => (
                <tr
                  key={row.id}
                  className="rc-tr"
                  data-user={row.id}
                  data-status={row.original.status}
                  onDoubleClick={openRow}
                  {...ROLES.row}
                >
                  {row.getAllCells().map((cell) => (
                    <Cell key={cell.id} id={cell.column.id}>
                      <table.FlexRender cell={cell} />
                    </Cell>
                  ))}
                </tr>
              ))
            : WIDTHS.map((width) => <SkeletonRow key={width} width={width} />)}
        </tbody>
      </table>
    </div>
  )
}

const NONE: readonly User[] = []

/** A press inside a row belongs to what was pressed; anywhere else, twice, it opens the person. */
function openRow({ target, currentTarget }: MouseEvent<HTMLElement>) {
  if ((target as Element).closest('a, button')) return
  currentTarget.querySelector<HTMLElement>('[data-rc-open]')?.click()
}

function Cell({ id, children }: { id: string; children: ReactNode }) {
  const quiet = id === 'createdAt' || id === 'lastSignInAt'
  return (
    <td
      className="rc-td"
      data-column={id}
      data-align={ALIGN[id]}
      data-tone={quiet ? 'quiet' : undefined}
      {...ROLES.cell}
    >
      {children}
    </td>
  )
}

function Head({ id, filter, onSort }: Pick<GridProps, 'filter' | 'onSort'> & { id: string }) {
  const { t } = useRollcall()
  const { by, descending } = sortOf(filter)
  const sorts = SORTS[id]
  const sorted = sorts?.includes(by)
  const direction = descending ? 'descending' : 'ascending'
  return (
    <th
      className="rc-th"
      scope="col"
      data-column={id}
      data-align={ALIGN[id]}
      aria-sort={sorted ? direction : undefined}
      {...ROLES.head}
    >
      {sorts ? (
        sorts.map((name) => (
          <button
            key={name}
            type="button"
            className="rc-sort"
            data-state={by === name ? direction : undefined}
            onClick={() => onSort(name)}
          >
            {t(`users.${name}`)}
            <Icon name={by === name && !descending ? 'up' : 'down'} size="small" />
          </button>
        ))
      ) : (
        <span className="rc-hidden">{t('users.actions')}</span>
      )}
    </th>
  )
}

const WIDTHS = ['58%', '42%', '64%', '50%', '70%', '46%', '60%', '54%'] as const

function SkeletonRow({ width }: { width: string }) {
  return (
    <tr className="rc-tr" {...ROLES.row}>
      <Cell id="name">
        <span className="rc-person">
          <Skeleton shape="circle" />
          <span className="rc-users-waiting">
            <Skeleton width={width} />
            <Skeleton width="80%" />
          </span>
        </span>
      </Cell>
      <Cell id="status">
        <Skeleton shape="badge" />
      </Cell>
      <Cell id="role">
        <Skeleton width="96px" />
      </Cell>
      <Cell id="createdAt">
        <Skeleton width="72px" />
      </Cell>
      <Cell id="lastSignInAt">
        <Skeleton width="84px" />
      </Cell>
      <Cell id="actions">{null}</Cell>
    </tr>
  )
}
