import type { TableFeatures } from '@tanstack/react-table'

/** The table has no state of its own to write or to watch: it is told its rows and columns, and asked for cells. */
const stateless: Features['coreReactivityFeature'] = {
  createOptionsStore: false,
  wrapExternalAtoms: false,
  createWritableAtom: none,
  createReadonlyAtom: (get) => ({ get, subscribe: none }),
  addSubscription: none,
  schedule: (task) => queueMicrotask(task),
  untrack: (read) => read(),
  batch: (write) => write(),
}

function none(): never {
  throw new Error('The users table keeps its state outside of TanStack Table')
}

/** The server filters, sorts and pages; layout and selection are plain state. */
export const features: Features = { coreReactivityFeature: stateless }
export type Features = Required<Pick<TableFeatures, 'coreReactivityFeature'>>

// Where the rows are laid out as cards, Safari would forget that this is a table.
export const ROLES = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** Pixels of the columns that only serve the rows: the tick and the menu. */
export const SERVING_WIDTH = 44
