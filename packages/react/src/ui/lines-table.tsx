import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import { places } from './places.ts'
import { Skeleton } from './skeleton.tsx'

interface LinesTableProps<Column extends string> {
  className: string
  columns: readonly Column[]
  label: (column: Column) => string
  /** How many places to hold while there are no rows. */
  waiting: number
  /** Undefined while they are on their way. */
  children: ReactNode
}

/** A small table of what happened; where it is narrow each row is laid out as lines, placed by the slice's sheet. */
export function LinesTable<Column extends string>({
  className,
  columns,
  label,
  waiting,
  children,
}: LinesTableProps<Column>) {
  return (
    <div className="rc-lines">
      <table className={cx('rc-table rc-lines-table', className)} data-size="small">
        <thead className="rc-thead">
          <tr className="rc-tr">
            {columns.map((column) => (
              <th className="rc-th" scope="col" key={column}>
                {label(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="rc-tbody">
          {children ??
            places(waiting).map((line) => (
              <tr className="rc-tr" key={line}>
                {columns.map((column, place) => (
                  <td className="rc-td" data-column={column} key={column}>
                    <Skeleton width={place === 2 ? '140px' : '100px'} />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
