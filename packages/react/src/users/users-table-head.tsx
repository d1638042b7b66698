import '../messages/en-GB/users.ts'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type SortName, sortOf, type UsersFilter } from './users-filter.ts'
import type { TableColumn } from './users-table-columns.tsx'
import { MAX_WIDTH, MIN_WIDTH } from './users-table-layout.ts'
import { ROLES } from './users-table-parts.ts'

const drags = () => import('./users-table-drag.ts')

/** Pixels a press of an arrow key makes a column wider or narrower. */
const STEP = 16

export interface HeadActs {
  onSort: (by: SortName) => void
  /** Undefined gives the column back the width it comes with. */
  onResize: (id: string, width: number | undefined) => void
  onMove: (id: string, by: -1 | 1) => void
  /** Puts the column where another one stands. */
  onPlace: (id: string, target: string) => void
}

interface HeadProps extends HeadActs {
  column: TableColumn
  width: number
  filter: UsersFilter
}

/**
 * The head of a column: presses sort; a drag, or Shift with an arrow key, moves it; the separator at its end sizes it, by
 * drag or arrow keys, and a double press or Enter there takes that back.
 */
export function Head({ column, width, filter, onSort, onResize, onMove, onPlace }: HeadProps) {
  const { t, dir } = useRollcall()
  const head = useRef<HTMLTableCellElement>(null)
  const { id, header, sorts } = column
  const { by, descending } = sortOf(filter)
  const direction = descending ? 'descending' : 'ascending'

  /** -1 towards the start of the line, 1 towards its end, whichever way it is read. */
  const stepOf = ({ key }: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[key]
    return step && ((dir === 'rtl' ? -step : step) as -1 | 1)
  }
  const move = (event: KeyboardEvent) => {
    const step = stepOf(event)
    if (!step || !event.shiftKey) return
    event.preventDefault()
    onMove(id, step)
  }
  const size = (event: KeyboardEvent) => {
    const step = stepOf(event)
    if (event.key === 'Enter') onResize(id, undefined)
    else if (step && !event.shiftKey) onResize(id, (head.current?.offsetWidth ?? width) + step * STEP)
    else return
    event.preventDefault()
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    // A finger on the head scrolls; the list of columns moves them by touch.
    if (event.button !== 0 || event.pointerType === 'touch' || !head.current) return
    const cell = head.current
    const { clientX } = event
    const separator = (event.target as Element).closest('.rc-resize')
    if (separator) event.preventDefault()
    const up = new AbortController()
    window.addEventListener('pointerup', () => up.abort(), { capture: true, once: true })
    void drags().then(({ dragColumn, dragWidth }) => {
      // Let go before the code of drags was here: it was a press.
      if (up.signal.aborted) return
      if (separator) dragWidth(cell, clientX, dir, (to) => onResize(id, to))
      else dragColumn(cell, clientX, (target) => onPlace(id, target))
    })
  }

  return (
    <th
      ref={head}
      className="rc-th"
      scope="col"
      aria-label={header}
      data-column={id}
      data-align={column.align}
      data-movable=""
      aria-sort={sorts.includes(by) ? direction : undefined}
      onKeyDown={move}
      onPointerDown={drag}
      {...ROLES.head}
    >
      <span className="rc-users-head">
        {sorts.length === 0 && <span className="rc-users-label">{header}</span>}
        {sorts.map((name) => (
          <button
            key={name}
            type="button"
            className="rc-sort"
            data-state={by === name ? direction : undefined}
            aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
            onClick={() => onSort(name)}
          >
            <span className="rc-users-label">{sorts.length > 1 ? t(`users.${name}`) : header}</span>
            <Icon name={by === name && !descending ? 'up' : 'down'} size="small" />
          </button>
        ))}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this separator can. */}
      <span
        className="rc-resize"
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('users.widthOf', { column: header })}
        aria-valuenow={width}
        aria-valuemin={MIN_WIDTH}
        aria-valuemax={MAX_WIDTH}
        onKeyDown={size}
        onDoubleClick={() => onResize(id, undefined)}
      />
    </th>
  )
}

/** The head of a column that only serves the rows. */
export function PlainHead({ id, children }: { id: string; children: ReactNode }) {
  return (
    <th className="rc-th" scope="col" data-column={id} data-align="center" {...ROLES.head}>
      {children}
    </th>
  )
}

/** Called when a pointer comes near, so that a drag finds its code loaded. */
export const prepareDrags = () => void drags()
