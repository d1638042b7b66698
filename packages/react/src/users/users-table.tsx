import '../messages/en-GB/invitations.ts'
import '../messages/en-GB/users.ts'
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { cx } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useMe } from './me-query.ts'
import { useOnboarding } from './onboarding-query.ts'
import { useUsersPolicy } from './roles-query.ts'
import {
  listInputOf,
  narrowingOf,
  type SortName,
  sortOf,
  type UsersFilter,
  withChange,
  withoutNarrowing,
  withSort,
} from './users-filter.ts'
import { type User, type UsersPage, useUsers } from './users-query.ts'
import { UsersActBar } from './users-table-act-bar.tsx'
import { BULK_ACTS, type BulkAct, isOffered } from './users-table-acts.ts'
import { useArrangement } from './users-table-arrangement.ts'
import { UsersBar } from './users-table-bar.tsx'
import type { UsersColumn } from './users-table-columns.tsx'
import { type UserAct, UsersTableContext } from './users-table-context.ts'
import { type OpenDialog, UsersDialogs } from './users-table-dialogs.tsx'
import { UsersFoot } from './users-table-foot.tsx'
import { UsersGrid } from './users-table-grid.tsx'
import { useSelection } from './users-table-selection.ts'
import { NoUsers, UsersProblem } from './users-table-states.tsx'
import { type UsersViewProps, useUsersView } from './users-table-view.ts'
import { useMayWelcome } from './welcome-count-query.ts'

const RowMenu = lazy(async () => ({ default: (await import('./users-table-row-menu.tsx')).RowMenu }))

export interface UsersTableProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>, UsersViewProps {
  /** Opens somebody's details: a press on the name, a double click on the row, the row's menu. */
  onOpenUser?: (user: User) => void
  /** The address of somebody's details; makes the name a link. With both, `onOpenUser` follows plain presses. */
  userHref?: (user: User) => string
  /** Columns of the host's own, among those of the table. */
  columns?: readonly UsersColumn[]
  /** Controls of the host, before "Invite user" and "Create user". */
  toolbar?: ReactNode
  /** What people should read before they add others, such as a link to the security basics. */
  help?: ReactNode
  /** Whom to ask before somebody is deleted, such as a link to the host's support. */
  support?: ReactNode
}

/**
 * Everybody the caller may see: search, filters, sorting and pages, all by the server; columns to size, move and choose;
 * a status badge and a menu in every row that act, and a bar that acts on everybody selected. A semantic table; under
 * 640 px of its own width, a list of cards with the same acts.
 */
export const UsersTable = forwardRef<HTMLElement, UsersTableProps>(function UsersTable(props, ref) {
  const { filter: given, defaultFilter, onFilterChange, address, viewId, viewStore, ...own } = props
  const { onOpenUser, userHref, columns: hosts = NONE, toolbar, help, support, className, ...rest } = own
  const { t, shortcuts } = useRollcall()
  const { filter, setFilter, layout, setLayout } = useUsersView({
    filter: given,
    defaultFilter,
    onFilterChange,
    address,
    viewId,
    viewStore,
  })
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [open, setOpen] = useState(false)
  const [menu, setMenu] = useState<{ user: User; button: HTMLElement } | null>(null)
  const [said, say] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const policy = useUsersPolicy()
  const me = useMe().data
  const onboarding = useOnboarding()
  const creates = onboarding.includes('creation')
  const mayCreate = creates && (me?.rights.includes('users.create') ?? false)
  const mayInvite = onboarding.includes('invitation') && (me?.rights.includes('invitations.send') ?? false)
  const mayWelcome = useMayWelcome()
  const { data: page, error, isPlaceholderData, isFetching, refetch } = useUsers(listInputOf(filter))
  const arrangement = useArrangement({ columns: hosts, layout, onLayoutChange: setLayout, say })
  const users = page?.items
  const selection = useSelection(users ?? NOBODY, JSON.stringify(narrowingOf(filter)))
  const selectable = !users || BULK_ACTS.some((act) => isOffered(act, [...users, ...selection.selected], policy))

  const show = useCallback((next: OpenDialog) => {
    setDialog(next)
    setOpen(true)
  }, [])
  const resources = page?.resources ?? NOWHERE
  const emailShown = arrangement.shown.some(({ id }) => id === 'email')
  const parts = useMemo(
    () => ({
      roles: policy.roles,
      providers: policy.providers,
      resources,
      emailShown,
      creates,
      onOpenUser,
      userHref,
      begin: (act: UserAct, user: User) => show({ act, user }),
      toggleMenu: (user: User, button: HTMLElement) =>
        setMenu((now) => (now?.button === button ? null : { user, button })),
    }),
    [policy, resources, emailShown, creates, onOpenUser, userHref, show],
  )

  /** Some acts have a dialog for one person that says more, and takes a message. */
  function act(change: BulkAct, selected: readonly User[]) {
    const [user, ...others] = selected
    const single = SINGLE_ACTS.find((each) => each === change)
    show(
      user && others.length === 0 && single
        ? { act: single, user }
        : { act: 'bulk', change, users: selected, onDone: selection.clear },
    )
  }
  const sort = (by: SortName) => {
    const next = withSort(filter, by)
    setFilter(next)
    say(t(sortOf(next).descending ? 'users.sortedDown' : 'users.sortedUp', { column: t(`users.${by}`) }))
  }

  // A kept address may name a page that is no more: then the first one.
  const stray = filter.cursor !== undefined && asRefusal(error)?.code === 'invalid-input'
  const restart = useRef(() => {})
  restart.current = () => setFilter(withChange(filter, {}))
  useEffect(() => {
    if (stray) restart.current()
  }, [stray])

  const nobody = page && isNobody(page, filter, me?.id)
  const invite = mayInvite ? () => show({ act: 'invite' }) : undefined
  const create = mayCreate ? () => show({ act: 'create' }) : undefined
  const retry = () => void refetch()

  return (
    <UsersTableContext.Provider value={parts}>
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
        <UsersBar
          search={search}
          filter={filter}
          onFilterChange={setFilter}
          onSort={sort}
          columns={arrangement.columns}
          layout={arrangement.layout}
          onLayoutChange={setLayout}
          onColumnMoved={arrangement.moved}
          refreshing={isFetching && !isPlaceholderData}
          onRefresh={retry}
          onInvite={invite}
          onCreate={create}
          onWelcomeAll={mayWelcome ? () => show({ act: 'welcomeAll', filter: narrowingOf(filter) }) : undefined}
        >
          {toolbar}
        </UsersBar>
        {help && (
          <div className="rc-users-help">
            <Icon name="info" size="small" />
            <span>{help}</span>
          </div>
        )}
        {page && error && <ProblemBanner problem={error} title={t('users.didNotRefresh')} />}
        {selectable && (!page || page.items.length > 0) && (page || !error) && (
          <UsersActBar
            selected={selection.selected}
            users={users ?? NOBODY}
            onAct={act}
            onImpersonate={(user) => show({ act: 'impersonate', user })}
            onClear={selection.clear}
          />
        )}
        {!page && error ? (
          <UsersProblem error={error} onRetry={refetch} />
        ) : (
          users?.length !== 0 && (
            <UsersGrid
              users={users}
              columns={arrangement.shown}
              widths={arrangement.widths}
              filter={filter}
              onSort={sort}
              onResize={arrangement.resize}
              onMove={arrangement.move}
              onPlace={arrangement.place}
              selection={selectable ? selection : undefined}
              stale={isPlaceholderData}
            />
          )
        )}
        {page && !nobody && <UsersFoot page={page} filter={filter} onFilterChange={setFilter} />}
        {nobody && (
          <NoUsers
            filter={filter}
            onClear={() => setFilter(withoutNarrowing(filter))}
            onInvite={invite}
            onCreate={create}
          />
        )}
        <span className="rc-hidden" role="status">
          {said}
        </span>
      </section>
      {menu && (
        <Suspense>
          <RowMenu key={menu.button.id} {...menu} onClose={() => setMenu(null)} />
        </Suspense>
      )}
      <UsersDialogs dialog={dialog} open={open} onOpenChange={setOpen} support={support} />
    </UsersTableContext.Provider>
  )
})

const SINGLE_ACTS = ['unlock', 'reactivate', 'resend', 'sendWelcome', 'delete'] as const
const NONE: readonly UsersColumn[] = []
const NOBODY: readonly User[] = []
const NOWHERE: UsersPage['resources'] = []

/** Nobody was found, or nobody is there but the one who looks. */
function isNobody({ items, nextCursor, previousCursor }: UsersPage, filter: UsersFilter, me: string | undefined) {
  const everybody = !nextCursor && !previousCursor && Object.keys(narrowingOf(filter)).length === 0
  return items.length === 0 || (everybody && items.every(({ id }) => id === me))
}

/** The key that jumps to the search, pressed inside the table (not in a menu above it) while nothing is being typed. */
function isSlash({ key, target, currentTarget, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const focused = target as Element
  const typing = focused.closest('input:not([type=checkbox]), select, textarea, [contenteditable]')
  return key === '/' && currentTarget.contains(focused) && !typing && !altKey && !ctrlKey && !metaKey
}
