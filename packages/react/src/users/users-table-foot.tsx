import '../messages/en-GB/users.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { LIMITS, narrowingOf, type UsersFilter, withChange } from './users-filter.ts'
import { type UsersPage, useUsersCount } from './users-query.ts'

interface FootProps {
  page: UsersPage
  filter: UsersFilter
  onFilterChange: (filter: UsersFilter) => void
}

/** Which of how many, and the way to the others. */
export function UsersFoot({ page, filter, onFilterChange }: FootProps) {
  const { t } = useRollcall()
  const { items, nextCursor, previousCursor } = page
  const count = useUsersCount(narrowingOf(filter)).data
  const before = previousCursor ? (filter.offset ?? 0) : 0
  const limit = filter.limit ?? LIMITS[0]
  const range = { from: before + 1, to: before + items.length }

  const total = count && ('exactly' in count ? count.exactly : t('users.moreThan', { total: count.atLeast }))
  const words = total === undefined ? t('users.rangeOnly', range) : t('users.range', { ...range, total })

  return (
    <nav className="rc-table-foot" aria-label={t('users.pages')}>
      <span className="rc-grow" role="status">
        {words}
      </span>
      <Select
        className="rc-users-size"
        aria-label={t('users.pageSize')}
        value={limit}
        onChange={({ target }) => {
          onFilterChange(withChange(filter, { limit: LIMITS.find((size) => size === Number(target.value)) }))
        }}
      >
        {LIMITS.map((size) => (
          <option key={size} value={size}>
            {t('users.perPage', { size })}
          </option>
        ))}
      </Select>
      <Button
        variant="ghost"
        aria-disabled={!previousCursor}
        onClick={() => {
          onFilterChange({ ...filter, cursor: previousCursor ?? undefined, offset: Math.max(0, before - limit) })
        }}
      >
        {t('common.previous')}
      </Button>
      <Button
        variant="ghost"
        aria-disabled={!nextCursor}
        onClick={() => onFilterChange({ ...filter, cursor: nextCursor ?? undefined, offset: before + items.length })}
      >
        {t('common.next')}
      </Button>
    </nav>
  )
}
