import { tableFeatures } from '@tanstack/react-table'

/** The server filters, sorts and pages; layout and selection are plain state. */
export const features = tableFeatures({})
export type Features = typeof features

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
