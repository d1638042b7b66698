import '../messages/en-GB/users.ts'
import { lazy, type ReactNode } from 'react'
import { Chip } from '../ui/button.tsx'
import { PanelButton } from '../ui/panel-button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useGroupChoices } from './group-choices-query.ts'
import { STATUS_LOOKS } from './status-badge.tsx'
import { NARROWING, type UsersFilter, withChange } from './users-filter.ts'
import { useUsersTable } from './users-table-context.ts'
import { useInstances } from './users-table-instances.ts'

const FilterPanel = lazy(() => import('./users-table-filter-panel.tsx'))

export interface FiltersProps {
  filter: UsersFilter
  onFilterChange: (filter: UsersFilter) => void
}

/** What narrows the list, each removable, and the panel that adds to it. */
export function UsersFilters({ filter, onFilterChange }: FiltersProps) {
  const { t } = useRollcall()
  const valuesOf = useFilterValues(filter)
  return (
    <>
      {NARROWING.map((name) => {
        const [first, ...others] = valuesOf(name)
        if (first === undefined) return null
        const field = t(`users.${name}`)
        return (
          <Chip
            key={name}
            on
            endIcon="close"
            title={others.length > 0 ? [first, ...others].join(', ') : undefined}
            onClick={() => onFilterChange(withChange(filter, { [name]: undefined }))}
          >
            {others.length > 0
              ? t('users.filterMany', { field, count: others.length + 1 })
              : t('users.filterOne', { field, value: first })}
            <span className="rc-hidden">{t('users.removeFilter')}</span>
          </Chip>
        )
      })}
      <PanelButton
        button={(props): ReactNode => (
          <Chip icon="filter" {...props}>
            {t('users.filter')}
          </Chip>
        )}
        panel={(props) => <FilterPanel filter={filter} onFilterChange={onFilterChange} {...props} />}
      />
    </>
  )
}

/** The values of a filter in words, none where it does not narrow. */
export function useFilterValues(filter: UsersFilter): (name: (typeof NARROWING)[number]) => string[] {
  const { t, locale } = useRollcall()
  const { roles } = useUsersTable()
  const groups = useGroupChoices(Boolean(filter.group))
  const instances = useInstances(Boolean(filter.resource))
  const words = {
    status: () => filter.status?.map((one) => t(STATUS_LOOKS[one].words)),
    role: () => filter.role?.map((one) => roles.find(({ id }) => id === one)?.name ?? one),
    resource: () => filter.resource?.map((one) => instances.find(({ id }) => id === one)?.name ?? one),
    organization: () => filter.organization,
    group: () => filter.group?.map((one) => groups.find(({ id }) => id === one)?.name ?? one),
    authentication: () => filter.authentication && [t(`users.${filter.authentication}`)],
    enabled: () => filter.enabled !== undefined && [t(filter.enabled ? 'users.enabledYes' : 'users.enabledNo')],
    lastSignInBefore: () =>
      filter.lastSignInBefore && [
        new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
          new Date(filter.lastSignInBefore),
        ),
      ],
  }
  return (name) => words[name]() || []
}
