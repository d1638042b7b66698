import '../messages/en-GB/invitations.ts'
import '../messages/en-GB/users.ts'
import { lazy, type ReactNode, type Ref } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import { Select } from '../ui/input.tsx'
import { PanelButton } from '../ui/panel-button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type SortName, sortOf, withChange } from './users-filter.ts'
import type { TableColumn } from './users-table-columns.tsx'
import { type FiltersProps, UsersFilters } from './users-table-filters.tsx'
import type { UsersLayout } from './users-table-layout.ts'
import { UsersMore } from './users-table-more.tsx'
import { UsersSearch } from './users-table-search.tsx'

const ColumnPanel = lazy(() => import('./users-table-column-panel.tsx'))

interface BarProps extends FiltersProps {
  search: Ref<HTMLInputElement>
  columns: readonly TableColumn[]
  layout: UsersLayout
  onLayoutChange: (layout: UsersLayout) => void
  onColumnMoved: (column: string, layout: UsersLayout) => void
  onSort: (by: SortName) => void
  refreshing: boolean
  onRefresh: () => void
  /** Undefined for those who may not invite. */
  onInvite: (() => void) | undefined
  /** Undefined for those who may not set people up. */
  onCreate: (() => void) | undefined
  /** Undefined for those who may send no welcome mails. */
  onWelcomeAll: (() => void) | undefined
  /** Controls of the host. */
  children: ReactNode
}

/** Above the table: what is looked for, how it is shown, and the way to more people. */
export function UsersBar(props: BarProps) {
  const { search, filter, onFilterChange, columns, layout, onLayoutChange, onColumnMoved, onSort } = props
  const { t } = useRollcall()
  return (
    <div className="rc-table-bar">
      <UsersSearch
        ref={search}
        value={filter.q ?? ''}
        onSearch={(q) => onFilterChange(withChange(filter, { q: q || undefined }))}
      />
      <UsersFilters filter={filter} onFilterChange={onFilterChange} />
      <UsersSort columns={columns} filter={filter} onSort={onSort} />
      <span className="rc-grow" />
      <IconButton
        className="rc-users-refresh"
        icon="refresh"
        label={t('users.refresh')}
        variant="ghost"
        pending={props.refreshing}
        onClick={props.onRefresh}
      />
      <PanelButton
        button={(button) => (
          <IconButton className="rc-users-wide" icon="columns" label={t('users.columns')} variant="ghost" {...button} />
        )}
        panel={(panel) => (
          <ColumnPanel
            columns={columns}
            layout={layout}
            onLayoutChange={onLayoutChange}
            onMoved={onColumnMoved}
            {...panel}
          />
        )}
      />
      <UsersMore filter={filter} onWelcomeAll={props.onWelcomeAll} />
      {props.children}
      {props.onInvite && (
        <Button icon="plus" {...(props.onCreate && { variant: 'ghost' as const })} onClick={props.onInvite}>
          {t('invitations.invite')}
        </Button>
      )}
      {props.onCreate && (
        <Button icon="plus" onClick={props.onCreate}>
          {t('users.createUser')}
        </Button>
      )}
    </div>
  )
}

/** Sorting where there are no column heads to press: among cards. */
function UsersSort({ columns, filter, onSort }: Pick<BarProps, 'columns' | 'filter' | 'onSort'>) {
  const { t } = useRollcall()
  const { by, descending } = sortOf(filter)
  const names = new Set(columns.flatMap(({ sorts }) => sorts))
  return (
    <span className="rc-users-narrow">
      <Select
        className="rc-users-size"
        aria-label={t('users.sort')}
        value={by}
        onChange={({ target }) => [...names].filter((name) => name === target.value).forEach(onSort)}
      >
        {[...names].map((name) => (
          <option key={name} value={name}>
            {t(`users.${name}`)}
          </option>
        ))}
      </Select>
      <IconButton
        icon={descending ? 'down' : 'up'}
        label={t(descending ? 'users.descending' : 'users.ascending')}
        variant="ghost"
        onClick={() => onSort(by)}
      />
    </span>
  )
}
