import '../messages/en-GB/users.ts'
import * as Radix from '@radix-ui/react-dropdown-menu'
import type { Status } from '@rollcall/core/rules'
import type { ReactNode } from 'react'
import { Badge } from '../ui/badge.tsx'
import { Chip } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { STATUS_LOOKS } from './status-badge.tsx'
import { sortOf, type UsersFilter, withChange, withSort } from './users-filter.ts'
import { SORTS } from './users-table-columns.tsx'
import { useUsersTable } from './users-table-context.ts'

const STATUSES = Object.keys(STATUS_LOOKS) as Status[]

interface FiltersProps {
  filter: UsersFilter
  onFilterChange: (filter: UsersFilter) => void
}

/** What narrows the list, each removable, and the menu that adds to it. */
export function UsersFilters({ filter, onFilterChange }: FiltersProps) {
  const { t } = useRollcall()
  const { roles } = useUsersTable()
  const status = filter.status ?? []
  const role = filter.role ?? []
  return (
    <>
      {status.length > 0 && (
        <FilterChip
          field={t('users.status')}
          values={status.map((one) => t(STATUS_LOOKS[one].words))}
          onRemove={() => onFilterChange(withChange(filter, { status: undefined }))}
        />
      )}
      {role.length > 0 && (
        <FilterChip
          field={t('users.role')}
          values={role.map((one) => roles.find(({ id }) => id === one)?.name ?? one)}
          onRemove={() => onFilterChange(withChange(filter, { role: undefined }))}
        />
      )}
      <Menu align="start" trigger={<Chip icon="filter">{t('users.filter')}</Chip>}>
        <MenuGroup label={t('users.status')}>
          {STATUSES.map((one) => (
            <MenuCheck
              key={one}
              checked={status.includes(one)}
              onToggle={() => onFilterChange(withChange(filter, { status: toggled(status, one) }))}
            >
              <Badge tone={STATUS_LOOKS[one].tone} icon={STATUS_LOOKS[one].icon}>
                {t(STATUS_LOOKS[one].words)}
              </Badge>
            </MenuCheck>
          ))}
        </MenuGroup>
        {roles.length > 0 && (
          <MenuGroup label={t('users.role')}>
            {roles.map(({ id, name }) => (
              <MenuCheck
                key={id}
                checked={role.includes(id)}
                onToggle={() => onFilterChange(withChange(filter, { role: toggled(role, id) }))}
              >
                {name}
              </MenuCheck>
            ))}
          </MenuGroup>
        )}
      </Menu>
    </>
  )
}

/** Sorting where there are no column heads to press: among cards. */
export function UsersSortMenu({ filter, onFilterChange }: FiltersProps) {
  const { t } = useRollcall()
  const { by, descending } = sortOf(filter)
  return (
    <Menu
      align="start"
      trigger={
        <Chip className="rc-users-narrow" endIcon={descending ? 'down' : 'up'}>
          {t(`users.${by}`)}
        </Chip>
      }
    >
      <MenuGroup label={t('users.sort')}>
        {Object.values(SORTS)
          .flat()
          .map((name) => (
            <MenuCheck key={name} checked={name === by} onToggle={() => onFilterChange(withSort(filter, name))}>
              {t(`users.${name}`)}
            </MenuCheck>
          ))}
      </MenuGroup>
    </Menu>
  )
}

function FilterChip({ field, values, onRemove }: { field: string; values: readonly string[]; onRemove: () => void }) {
  const { t } = useRollcall()
  const [first = '', ...others] = values
  return (
    <Chip on endIcon="close" title={others.length > 0 ? values.join(', ') : undefined} onClick={onRemove}>
      {others.length > 0
        ? t('users.filterMany', { field, count: values.length })
        : t('users.filterOne', { field, value: first })}
      <span className="rc-hidden">{t('users.removeFilter')}</span>
    </Chip>
  )
}

function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Radix.Group className="rc-users-group">
      <Radix.Label className="rc-users-group-label">{label}</Radix.Label>
      {children}
    </Radix.Group>
  )
}

/** Stays open, so that several can be ticked. */
function MenuCheck(props: { checked: boolean; onToggle: () => void; children: ReactNode }) {
  const { checked, onToggle, children } = props
  return (
    <Radix.CheckboxItem
      className="rc-menu-item"
      checked={checked}
      onCheckedChange={onToggle}
      onSelect={(event) => event.preventDefault()}
    >
      {checked && <Icon name="check" />}
      <span className="rc-menu-label">{children}</span>
    </Radix.CheckboxItem>
  )
}

function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}
