import '../messages/en-GB/users.ts'
import { FlexRender, type Row } from '@tanstack/react-table'
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode } from 'react'
import { Checkbox } from '../ui/choice.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import type { User } from './users-query.ts'
import { ActionsCell } from './users-table-cells.tsx'
import type { TableColumn } from './users-table-columns.tsx'
import { WHO } from './users-table-layout.ts'
import { type Features, ROLES } from './users-table-parts.ts'

interface RowProps {
  row: Row<Features, User>
  /** In the order of the row's cells. */
  columns: readonly TableColumn[]
  /** Undefined where nobody can be selected. */
  selected: boolean | undefined
  onSelect: ((user: User, on: boolean, range: boolean) => void) | undefined
}

/** Drawn again only when the person, the columns or the tick change. */
export const UserRow = memo(function UserRow({ row, columns, selected, onSelect }: RowProps) {
  const user = row.original
  const cells = row.getAllCells()
  const { t } = useRollcall()
  return (
    <tr
      className="rc-tr"
      data-user={user.id}
      data-status={user.status}
      data-state={selected ? 'selected' : undefined}
      onDoubleClick={openRow}
      {...ROLES.row}
    >
      {onSelect && (
        <td className="rc-td" data-column="select" data-align="center" {...ROLES.cell}>
          <Checkbox
            aria-label={t('users.select', { name: user.name })}
            checked={selected ?? false}
            onChange={({ target, nativeEvent }) => {
              onSelect(user, target.checked, (nativeEvent as PointerEvent).shiftKey ?? false)
            }}
            onKeyDown={(event) => event.key === 'Enter' && openRow(event)}
          />
        </td>
      )}
      {columns.map((column, index) => {
        const cell = cells[index]
        return (
          <BodyCell key={column.id} column={column}>
            {cell && <FlexRender cell={cell} />}
          </BodyCell>
        )
      })}
      <td className="rc-td" data-column="actions" data-align="center" {...ROLES.cell}>
        <ActionsCell user={user} />
      </td>
    </tr>
  )
})

/** A press inside a row belongs to what was pressed; anywhere else, twice, it opens the person. */
function openRow({ target, currentTarget, type }: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) {
  if (type === 'dblclick' && (target as Element).closest('a, button, input')) return
  currentTarget.closest('tr')?.querySelector<HTMLElement>('[data-rc-open]')?.click()
}

function BodyCell({ column: { id, align, quiet }, children }: { column: TableColumn; children: ReactNode }) {
  const props = {
    className: 'rc-td',
    'data-column': id,
    'data-align': align,
    'data-tone': quiet ? 'quiet' : undefined,
  }
  return id === WHO ? (
    <th scope="row" {...props} {...ROLES.rowHead}>
      {children}
    </th>
  ) : (
    <td {...props} {...ROLES.cell}>
      {children}
    </td>
  )
}

export function SkeletonRow({ columns, selectable }: { columns: readonly TableColumn[]; selectable: boolean }) {
  return (
    <tr className="rc-tr" {...ROLES.row}>
      {selectable && (
        <td className="rc-td" data-column="select" data-align="center" {...ROLES.cell}>
          <Skeleton width="16px" />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} className="rc-td" data-column={column.id} data-align={column.align} {...ROLES.cell}>
          {column.waiting}
        </td>
      ))}
      <td className="rc-td" data-column="actions" {...ROLES.cell} />
    </tr>
  )
}
