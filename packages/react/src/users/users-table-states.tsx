import '../messages/en-GB/invitations.ts'
import '../messages/en-GB/users.ts'
import { Button } from '../ui/button.tsx'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { NARROWING, narrowingOf, type UsersFilter } from './users-filter.ts'
import { useFilterValues } from './users-table-filters.tsx'

interface NoUsersProps {
  filter: UsersFilter
  onClear: () => void
  /** Undefined for those who may not invite. */
  onInvite: (() => void) | undefined
  /** Undefined for those who may not set people up. */
  onCreate: (() => void) | undefined
}

/** No rows: because nobody is there, or because nobody matches what was asked. */
export function NoUsers({ filter, onClear, onInvite, onCreate }: NoUsersProps) {
  const { t, locale } = useRollcall()
  const valuesOf = useFilterValues(filter)
  const { q } = narrowingOf(filter)
  const filters = [...(q ? [t('users.noMatchSearch', { text: q })] : []), ...NARROWING.flatMap(valuesOf)]
  if (filters.length > 0 || filter.cursor) {
    return (
      <EmptyState
        icon="search"
        title={t('users.noMatch')}
        role="status"
        action={
          <Button variant="ghost" onClick={onClear}>
            {t('users.clearFilters')}
          </Button>
        }
      >
        {filters.length > 0 && t('users.noMatchDetail', { filters: new Intl.ListFormat(locale).format(filters) })}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="users"
      tone="info"
      title={t('users.empty')}
      action={
        (onCreate ?? onInvite) && (
          <Button variant="ghost" icon="plus" onClick={onCreate ?? onInvite}>
            {t(onCreate ? 'users.createUser' : 'invitations.invite')}
          </Button>
        )
      }
    >
      {t(onCreate ? 'users.emptyCreateDetail' : 'users.emptyDetail')}
    </EmptyState>
  )
}

/** The list did not come: refused to this person, or something failed. */
export function UsersProblem({ error, onRetry }: { error: unknown; onRetry: () => unknown }) {
  const { t } = useRollcall()
  if (asRefusal(error)?.code === 'not-allowed') {
    return (
      <EmptyState icon="shield" title={t('users.mayNotSee')}>
        {describeProblem(t, error)}
      </EmptyState>
    )
  }
  return <ErrorState title={t('users.didNotLoad')} error={error} onRetry={onRetry} />
}
