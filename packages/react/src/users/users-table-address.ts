import { STATUSES, type Status } from '@rollcall/core/rules'
import { LIMITS, NARROWING, SORT_NAMES, type UsersFilter, type UsersSort } from './users-filter.ts'
import { layoutOf, layoutText, type UsersLayout } from './users-table-layout.ts'

/**
 * Where an address is kept: the browser's own (`browserAddress`), a router's, or any other place. Only parameters that
 * begin with the table's `viewId` are the table's; it leaves all others as they are.
 */
export interface UsersAddress {
  /** The query part as it is now, with or without its question mark. */
  read(): string
  /** `replace` is asked for what is not worth a step back: typing, and arranging columns. */
  write(search: string, how: { replace: boolean }): void
  /** Calls back whenever `read` may answer differently, also after a `write`; returns how to stop. */
  subscribe(listener: () => void): () => void
}

const CHANGED = 'rollcall:address'

/** The browser's address bar, for hosts without a router. */
export const browserAddress: UsersAddress = {
  read: () => window.location.search,
  write(search, { replace }) {
    const { pathname, hash } = window.location
    const address = `${pathname}${search && `?${search.replace(/^\?/, '')}`}${hash}`
    window.history[replace ? 'replaceState' : 'pushState'](window.history.state, '', address)
    window.dispatchEvent(new Event(CHANGED))
  },
  subscribe(listener) {
    for (const type of ['popstate', CHANGED]) window.addEventListener(type, listener)
    return () => {
      for (const type of ['popstate', CHANGED]) window.removeEventListener(type, listener)
    }
  },
}

/** What an address says of one table; undefined where it says nothing. */
export interface AddressedView {
  readonly filter: UsersFilter | undefined
  readonly layout: UsersLayout | undefined
}

const FILTER = ['q', ...NARROWING, 'sort', 'limit', 'cursor', 'offset'] as const
const COLUMNS = 'columns'

/** Anybody may write an address, so whatever makes no sense is passed over. */
export function viewIn(search: string, viewId: string): AddressedView {
  const parameters = new URLSearchParams(search)
  const value = (name: string) => parameters.get(`${viewId}.${name}`) ?? undefined
  const values = (name: string) => value(name)?.split(',').filter(Boolean)
  const columns = value(COLUMNS)
  const sort = value('sort')
  const status = values('status')?.filter((one): one is Status => STATUSES.some((known) => known === one))
  const before = value('lastSignInBefore')
  const offset = Number(value('offset'))
  const filter: UsersFilter = {
    q: value('q')?.slice(0, 200),
    status,
    role: values('role'),
    resource: values('resource'),
    organization: values('organization'),
    group: values('group'),
    authentication: (['internal', 'external'] as const).find((kind) => kind === value('authentication')),
    enabled: { true: true, false: false }[value('enabled') ?? ''],
    lastSignInBefore: before && !Number.isNaN(Date.parse(before)) ? new Date(before).toISOString() : undefined,
    sort: sort && SORT_NAMES.some((name) => name === sort.replace(/^-/, '')) ? (sort as UsersSort) : undefined,
    limit: LIMITS.find((size) => size === Number(value('limit'))),
    cursor: value('cursor')?.slice(0, 2_000),
    offset: Number.isInteger(offset) && offset > 0 ? offset : undefined,
  }
  return {
    filter: FILTER.some((name) => parameters.has(`${viewId}.${name}`)) ? filled(filter) : undefined,
    layout: columns === undefined ? undefined : layoutOf(columns),
  }
}

/** The same address with that view in it. A `filter` of nothing is written too, or a host's default would come back. */
export function withView(search: string, viewId: string, { filter, layout }: AddressedView): string {
  const parameters = new URLSearchParams(search)
  for (const name of [...FILTER, COLUMNS]) parameters.delete(`${viewId}.${name}`)
  const set = filter && FILTER.flatMap((name) => (textOf(filter[name]) ? [[name, textOf(filter[name])] as const] : []))
  for (const [name, text] of set ?? []) parameters.set(`${viewId}.${name}`, text)
  if (set?.length === 0) parameters.set(`${viewId}.q`, '')
  if (layout) parameters.set(`${viewId}.${COLUMNS}`, layoutText(layout))
  // Commas and colons may stand in a query as they are, and are easier to read.
  return parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
}

function textOf(value: UsersFilter[keyof UsersFilter]): string {
  return value === undefined ? '' : String(value)
}

function filled(filter: UsersFilter): UsersFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
}
