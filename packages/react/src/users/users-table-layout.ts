/** One column of a layout; its place is its place in the list. */
export interface ColumnPlace {
  readonly id: string
  readonly hidden?: boolean
  /** Pixels; without one the column has the width it comes with. */
  readonly width?: number
}

/** Order, visibility and widths of the columns, as somebody arranged them. */
export type UsersLayout = readonly ColumnPlace[]

export const MIN_WIDTH = 72
export const MAX_WIDTH = 800

/** The column that says who a row is; never hidden. */
export const WHO = 'name'

interface Placed {
  readonly id: string
  readonly hidden?: boolean | undefined
}

/**
 * Every column there is, arranged as the layout says. What the layout does not know (a column that came later) stands
 * behind the one it comes behind; what is no column any more is left out.
 */
export function arranged(columns: readonly Placed[], layout: UsersLayout): UsersLayout {
  const places: ColumnPlace[] = layout.filter(({ id }) => columns.some((column) => column.id === id))
  columns.forEach(({ id, hidden = false }, index) => {
    if (places.some((place) => place.id === id)) return
    const before = columns[index - 1]?.id
    const at = places.findIndex((place) => place.id === before) + 1
    places.splice(at, 0, hidden ? { id, hidden } : { id })
  })
  return places
}

/** Puts a column where another one stands, which gives way. */
export function withColumnAt(layout: UsersLayout, id: string, target: string): UsersLayout {
  const from = layout.findIndex((place) => place.id === id)
  const to = layout.findIndex((place) => place.id === target)
  const place = layout[from]
  if (!place || to < 0) return layout
  return layout.toSpliced(from, 1).toSpliced(to, 0, place)
}

/** Moves a column past its neighbours: one to the front (-1), one to the back (1); hidden ones do not count. */
export function withColumnMoved(layout: UsersLayout, id: string, by: -1 | 1): UsersLayout {
  const visible = layout.filter((place) => !place.hidden || place.id === id)
  const target = visible[visible.findIndex((place) => place.id === id) + by]
  return target ? withColumnAt(layout, id, target.id) : layout
}

export function withColumnShown(layout: UsersLayout, id: string, shown: boolean): UsersLayout {
  return layout.map(({ hidden: _, ...place }) =>
    place.id !== id ? { ...place, ...(_ && { hidden: _ }) } : shown || id === WHO ? place : { ...place, hidden: true },
  )
}

/** Undefined gives the column back the width it comes with. */
export function withColumnWidth(layout: UsersLayout, id: string, width: number | undefined): UsersLayout {
  return layout.map(({ width: old, ...place }) => {
    if (place.id !== id) return old === undefined ? place : { ...place, width: old }
    return width === undefined ? place : { ...place, width: bounded(width) }
  })
}

export function bounded(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)))
}

/** As text, for an address or a store: `name:320,status,-email`, hidden ones with a minus. */
export function layoutText(layout: UsersLayout): string {
  return layout
    .map(({ id, hidden, width }) => `${hidden ? '-' : ''}${id}${width === undefined ? '' : `:${width}`}`)
    .join(',')
}

/** Whatever stands there, what makes sense of it. */
export function layoutOf(text: string): UsersLayout {
  const seen = new Set<string>()
  return text.split(',').flatMap((piece) => {
    const [, minus, id, width] = /^(-?)([A-Za-z0-9_.][\w.-]*)(?::(\d{1,4}))?$/.exec(piece) ?? []
    if (!id || seen.has(id)) return []
    seen.add(id)
    const hidden = minus === '-' && id !== WHO
    return [{ id, ...(hidden && { hidden }), ...(width && { width: bounded(Number(width)) }) }]
  })
}
