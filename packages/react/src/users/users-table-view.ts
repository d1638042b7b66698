import { useState, useSyncExternalStore } from 'react'
import { useControlled } from '../ui/controlled.ts'
import type { UsersFilter } from './users-filter.ts'
import { type UsersAddress, viewIn, withView } from './users-table-address.ts'
import { layoutOf, layoutText, type UsersLayout } from './users-table-layout.ts'

/** Where the arrangement of columns is remembered, as a short text. Neither method may throw. */
export interface UsersViewStore {
  read(viewId: string): string | null
  write(viewId: string, layout: string): void
}

const key = (viewId: string) => `rollcall.view.${viewId}`

/** The browser's `localStorage`; where that is missing, full or forbidden, nothing is remembered. */
export const browserViewStore: UsersViewStore = {
  read(viewId) {
    try {
      return window.localStorage.getItem(key(viewId))
    } catch {
      return null
    }
  },
  write(viewId, layout) {
    try {
      window.localStorage.setItem(key(viewId), layout)
    } catch {
      // What cannot be remembered still holds until the page is left.
    }
  },
}

export interface UsersViewProps {
  /** Search, filters, sort and page, when the host keeps them; otherwise the table does, from `defaultFilter` on. */
  filter?: UsersFilter | undefined
  defaultFilter?: UsersFilter | undefined
  onFilterChange?: ((filter: UsersFilter) => void) | undefined
  /** Keeps filter and columns in an address as well, such as `browserAddress`; without it no address is touched. */
  address?: UsersAddress | undefined
  /** Names this table among those of the host: its columns are remembered under it. Without it they are not. */
  viewId?: string | undefined
  /** Where columns are remembered; `localStorage` unless given. */
  viewStore?: UsersViewStore | undefined
}

/** Columns of the address first, then those remembered, then the usual ones. */
export function useUsersView(props: UsersViewProps) {
  const { filter: given, defaultFilter = {}, onFilterChange, address = NOWHERE, viewStore = browserViewStore } = props
  const { viewId = 'users' } = props
  const remember = props.viewId !== undefined
  const search = useSyncExternalStore(address.subscribe, address.read, () => '')
  const remembered = useSyncExternalStore(
    NOWHERE.subscribe,
    () => (remember ? viewStore.read(viewId) : null),
    () => null,
  )
  const [own, setOwn] = useControlled(given, defaultFilter, onFilterChange)
  const [arranged, setArranged] = useState<UsersLayout | null>(null)
  const addressed = viewIn(search, viewId)
  const inAddress = address !== NOWHERE
  const filter = given ?? (inAddress ? (addressed.filter ?? defaultFilter) : own)
  const layout = addressed.layout ?? arranged ?? layoutOf(remembered ?? '')

  function setFilter(next: UsersFilter) {
    setOwn(next)
    if (!inAddress) return
    const replace = next.cursor === filter.cursor && next.q !== filter.q
    address.write(withView(address.read(), viewId, { filter: next, layout: addressed.layout }), { replace })
  }
  /** An empty one is the usual arrangement. */
  function setLayout(next: UsersLayout) {
    setArranged(next)
    if (remember) viewStore.write(viewId, layoutText(next))
    if (!inAddress) return
    const view = { filter: addressed.filter, layout: next.length > 0 ? next : undefined }
    address.write(withView(address.read(), viewId, view), { replace: true })
  }
  return { filter, setFilter, layout, setLayout }
}

const NOWHERE: UsersAddress = {
  read: () => '',
  write: () => undefined,
  subscribe: () => () => undefined,
}
