import '../messages/en-GB/groups.ts'
import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { useControlled } from '../ui/controlled.ts'
import { SearchInput } from '../ui/input.tsx'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { foundGroups, type GroupsSort, sortedGroups } from './groups-order.ts'
import { useGroups } from './groups-query.ts'
import { GroupsTableDialogs, type OpenGroup } from './groups-table-dialogs.tsx'
import { GroupsTableGrid } from './groups-table-grid.tsx'

export interface GroupsTableProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** What is looked for in names, descriptions and domains. */
  search?: string
  defaultSearch?: string
  onSearchChange?: (search: string) => void
  sort?: GroupsSort
  defaultSort?: GroupsSort
  onSortChange?: (sort: GroupsSort) => void
}

const BY_NAME: GroupsSort = { by: 'name', descending: false }

/**
 * Groups, their members by hand and by domain, and the roles they give. Who may not change groups looks at them.
 * `data-state` is `loading`, `ready`, `empty`, `refused` or `error`.
 */
export const GroupsTable = forwardRef<HTMLElement, GroupsTableProps>(function GroupsTable(
  {
    search: givenSearch,
    defaultSearch = '',
    onSearchChange,
    sort: givenSort,
    defaultSort = BY_NAME,
    onSortChange,
    className,
    ...rest
  },
  ref,
) {
  const { t, locale } = useRollcall()
  const [search, setSearch] = useControlled(givenSearch, defaultSearch, onSearchChange)
  const [sort, setSort] = useControlled(givenSort, defaultSort, onSortChange)
  const [dialog, setDialog] = useState<{ key: number; opened: OpenGroup } | null>(null)
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useGroups()
  const refused = asRefusal(error)?.code === 'not-allowed'
  const state = refused ? 'refused' : data ? (data.items.length ? 'ready' : 'empty') : error ? 'error' : 'loading'
  const found = data && sortedGroups(foundGroups(data.items, search), sort, locale)
  const show = (opened: OpenGroup) => {
    setDialog((last) => ({ key: (last?.key ?? 0) + 1, opened }))
    setOpen(true)
  }
  const create = (variant: 'primary' | 'ghost') => (
    <Button variant={variant} icon="plus" onClick={() => show({ act: 'create' })}>
      {t('groups.new')}
    </Button>
  )
  return (
    <section
      ref={ref}
      className={cx('rc-card rc-groups', className)}
      aria-label={t('groups.title')}
      aria-busy={state === 'loading'}
      data-state={state}
      {...rest}
    >
      {state === 'refused' ? (
        <EmptyState icon="shield" title={t('groups.mayNotSee')}>
          {describeProblem(t, error)}
        </EmptyState>
      ) : state === 'error' ? (
        <ErrorState title={t('groups.didNotLoad')} error={error} onRetry={refetch} />
      ) : state === 'empty' ? (
        <EmptyState icon="users" title={t('groups.empty')} action={data?.manage && create('primary')}>
          {t('groups.emptyDetail')}
        </EmptyState>
      ) : (
        <>
          <div className="rc-table-bar">
            <SearchInput
              className="rc-groups-search"
              label={t('groups.search')}
              value={search}
              onChange={({ target }) => setSearch(target.value)}
            />
            <span className="rc-grow" />
            {data?.manage && create('primary')}
          </div>
          {data && error && <ProblemBanner problem={error} title={t('groups.didNotRefresh')} />}
          {found?.length === 0 ? (
            <EmptyState
              icon="search"
              title={t('groups.noMatch')}
              action={
                <Button variant="ghost" onClick={() => setSearch('')}>
                  {t('groups.clearSearch')}
                </Button>
              }
            >
              {t('groups.noMatchDetail', { text: search })}
            </EmptyState>
          ) : (
            <GroupsTableGrid
              groups={found}
              manage={data?.manage ?? false}
              sort={sort}
              onSort={(by) => setSort({ by, descending: sort.by === by && !sort.descending })}
              onOpen={show}
            />
          )}
          {found && (
            <footer className="rc-table-foot">
              <span role="status">
                {search.trim() === ''
                  ? t('groups.count', { count: found.length })
                  : t('groups.found', { count: found.length })}
              </span>
              {!data.manage && <Reason className="rc-groups-reason">{t('groups.readOnly')}</Reason>}
            </footer>
          )}
        </>
      )}
      {dialog && (
        <GroupsTableDialogs
          key={dialog.key}
          dialog={dialog.opened}
          groups={data?.items ?? []}
          manage={data?.manage ?? false}
          open={open}
          onOpenChange={setOpen}
        />
      )}
    </section>
  )
})
