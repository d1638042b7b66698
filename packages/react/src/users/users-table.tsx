import '../messages/en-GB/invitations.ts'
import '../messages/en-GB/users.ts'
import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { useControlled } from '../ui/controlled.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useMe } from './me-query.ts'
import { useRoles } from './roles-query.ts'
import { listInputOf, narrowingOf, type UsersFilter, withChange, withSort } from './users-filter.ts'
import { type User, type UsersPage, useUsers } from './users-query.ts'
import { type UserAct, UsersTableContext } from './users-table-context.ts'
import { type OpenDialog, UsersDialogs } from './users-table-dialogs.tsx'
import { UsersFilters, UsersSortMenu } from './users-table-filters.tsx'
import { UsersFoot } from './users-table-foot.tsx'
import { UsersGrid } from './users-table-grid.tsx'
import { UsersSearch } from './users-table-search.tsx'
import { NoUsers, UsersProblem } from './users-table-states.tsx'

export interface UsersTableProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** Search, filters, sort and page, when the host keeps them; otherwise the table does, from `defaultFilter` on. */
  filter?: UsersFilter
  defaultFilter?: UsersFilter
  onFilterChange?: (filter: UsersFilter) => void
  /** Opens somebody's details: a press on the name, a double click on the row, the row's menu. */
  onOpenUser?: (user: User) => void
  /** The address of somebody's details; makes the name a link. With both, `onOpenUser` follows plain presses. */
  userHref?: (user: User) => string
  /** Controls of the host, before "Invite user". */
  toolbar?: ReactNode
}

/**
 * Everybody the caller may see: search, filters, sorting and pages, all by the server, with a status badge and a menu in
 * every row that act. A semantic table; under 640 px of its own width, a list of cards with the same acts.
 */
export const UsersTable = forwardRef<HTMLElement, UsersTableProps>((props, ref) => {
  const { filter: given, defaultFilter = {}, onFilterChange, onOpenUser, userHref, toolbar, className, ...rest } = props
  const { t, shortcuts } = useRollcall()
  const [filter, setFilter] = useControlled(given, defaultFilter, onFilterChange)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [open, setOpen] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const roles = useRoles()
  const me = useMe().data
  const mayInvite = me?.rights.includes('invitations.send') ?? false
  const { data: page, error, isPlaceholderData, isFetching, refetch } = useUsers(listInputOf(filter))

  function show(next: OpenDialog) {
    setDialog(next)
    setOpen(true)
  }
  const nobody = page && isNobody(page, filter, me?.id)
  const invite = mayInvite ? () => show({ act: 'invite' }) : undefined
  const retry = () => void refetch()
  const begin = (act: UserAct, user: User) => show({ act, user })
  const resources = page?.resources ?? []

  return (
    <UsersTableContext.Provider value={{ roles, resources, onOpenUser, userHref, begin }}>
      <section
        ref={ref}
        className={cx('rc-card rc-users', className)}
        aria-label={t('users.title')}
        {...rest}
        onKeyDown={(event) => {
          rest.onKeyDown?.(event)
          if (shortcuts && isSlash(event)) {
            event.preventDefault()
            search.current?.focus()
          }
        }}
      >
        <div className="rc-table-bar">
          <UsersSearch
            ref={search}
            value={filter.q ?? ''}
            onSearch={(q) => setFilter(withChange(filter, { q: q || undefined }))}
          />
          <UsersFilters filter={filter} onFilterChange={setFilter} />
          <UsersSortMenu filter={filter} onFilterChange={setFilter} />
          <span className="rc-grow" />
          <IconButton
            className="rc-users-refresh"
            icon="refresh"
            label={t('users.refresh')}
            variant="ghost"
            pending={isFetching && !isPlaceholderData}
            onClick={retry}
          />
          {toolbar}
          {invite && (
            <Button icon="plus" onClick={invite}>
              {t('invitations.invite')}
            </Button>
          )}
        </div>
        {page && error && <ProblemBanner problem={error} title={t('users.didNotRefresh')} />}
        {!page && error ? (
          <UsersProblem error={error} onRetry={retry} />
        ) : (
          page?.items.length !== 0 && (
            <UsersGrid
              users={page?.items}
              filter={filter}
              onSort={(by) => setFilter(withSort(filter, by))}
              stale={isPlaceholderData}
            />
          )
        )}
        {page && !nobody && <UsersFoot page={page} filter={filter} onFilterChange={setFilter} />}
        {nobody && (
          <NoUsers
            filter={filter}
            onClear={() => setFilter(withChange(filter, { q: undefined, status: undefined, role: undefined }))}
            onInvite={invite}
          />
        )}
      </section>
      <UsersDialogs dialog={dialog} open={open} onOpenChange={setOpen} />
    </UsersTableContext.Provider>
  )
})
UsersTable.displayName = 'UsersTable'

/** Nobody was found, or nobody is there but the one who looks. */
function isNobody({ items, nextCursor, previousCursor }: UsersPage, filter: UsersFilter, me: string | undefined) {
  const everybody = !nextCursor && !previousCursor && Object.keys(narrowingOf(filter)).length === 0
  return items.length === 0 || (everybody && items.every(({ id }) => id === me))
}

/** The key that jumps to the search, pressed inside the table (not in a menu above it) while nothing is being typed. */
function isSlash({ key, target, currentTarget, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const focused = target as Element
  const typing = focused.closest('input, select, textarea, [contenteditable]')
  return key === '/' && currentTarget.contains(focused) && !typing && !altKey && !ctrlKey && !metaKey
}
