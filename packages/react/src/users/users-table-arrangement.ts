import '../messages/en-GB/users.ts'
import { useMemo } from 'react'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useIdentifier } from './identifier-query.ts'
import { useMe } from './me-query.ts'
import { tableColumns, type UsersColumn } from './users-table-columns.tsx'
import { arranged, type UsersLayout, withColumnAt, withColumnMoved, withColumnWidth } from './users-table-layout.ts'

interface Arranging {
  /** The host's own. */
  columns: readonly UsersColumn[]
  layout: UsersLayout
  onLayoutChange: (layout: UsersLayout) => void
  say: (text: string) => void
}

/** The columns as they stand, and the ways to arrange them; whatever is moved is said. */
export function useArrangement({ columns: hosts, layout: kept, onLayoutChange, say }: Arranging) {
  const { t } = useRollcall()
  const organizations = Boolean(useMe().data?.organization)
  const identifier = useIdentifier()
  const columns = useMemo(
    () => tableColumns({ header: (id) => t(`users.${id}`), hosts, organizations, identifier }),
    [t, hosts, organizations, identifier],
  )
  const layout = arranged(columns, kept)
  const ids = layout.flatMap(({ id, hidden }) => (hidden ? [] : [id]))
  // A layout is made anew from text each time, so what rows depend on is kept by what it says; widths they do not know.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says all there is in `ids`.
  const shown = useMemo(() => ids.flatMap((id) => columns.filter((column) => column.id === id)), [columns, ids.join()])
  const widths = new Map(layout.map(({ id, width }) => [id, width]))

  function moved(id: string, next: UsersLayout) {
    if (next === layout) return
    onLayoutChange(next)
    const visible = next.filter((place) => !place.hidden)
    say(
      t('users.columnMoved', {
        column: columns.find((column) => column.id === id)?.header ?? id,
        place: visible.findIndex((place) => place.id === id) + 1,
        total: visible.length,
      }),
    )
  }

  return {
    columns,
    layout,
    shown,
    /** Those somebody gave. */
    widths,
    moved,
    move: (id: string, by: -1 | 1) => moved(id, withColumnMoved(layout, id, by)),
    place: (id: string, target: string) => moved(id, withColumnAt(layout, id, target)),
    resize: (widths: Readonly<Record<string, number | undefined>>) => {
      onLayoutChange(Object.entries(widths).reduce((next, [id, width]) => withColumnWidth(next, id, width), layout))
    },
  }
}
