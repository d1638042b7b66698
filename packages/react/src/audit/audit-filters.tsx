import '../messages/en-GB/auditFilters.ts'
import { lazy } from 'react'
import { Chip } from '../ui/button.tsx'
import { PanelButton } from '../ui/panel-button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { dateText } from '../ui/time-text.ts'
import { type AuditFilter, NARROWING, withChange } from './audit-filter.ts'

const AuditFilterPanel = lazy(() => import('./audit-filter-panel.tsx'))

export interface AuditFiltersProps {
  filter: AuditFilter
  onFilterChange: (filter: AuditFilter) => void
  /** Whether the entries are about one person anyway. */
  ofUser: boolean
}

/** What narrows the audit, each removable, and the panel that adds to it. */
export function AuditFilters(props: AuditFiltersProps) {
  const { t } = useRollcall()
  const { filter, onFilterChange } = props
  const valuesOf = useFilterValues(filter)
  return (
    <div className="rc-audit-filters">
      <PanelButton
        button={(button) => (
          <Chip icon="filter" {...button}>
            {t('auditFilters.filter')}
          </Chip>
        )}
        panel={(panel) => <AuditFilterPanel {...props} {...panel} />}
      />
      {NARROWING.map((name) => {
        const [first, ...others] = valuesOf[name]()
        if (first === undefined) return null
        const field = t(`auditFilters.${name}`)
        return (
          <Chip
            key={name}
            on
            endIcon="close"
            title={others.length > 0 ? [first, ...others].join(', ') : undefined}
            onClick={() => onFilterChange(withChange(filter, { [name]: undefined }))}
          >
            {name === 'impersonated'
              ? first
              : others.length > 0
                ? t('auditFilters.many', { field, count: others.length + 1 })
                : t('auditFilters.one', { field, value: first })}
            <span className="rc-hidden">{t('auditFilters.remove')}</span>
          </Chip>
        )
      })}
    </div>
  )
}

/** The values of each filter in words, none where it does not narrow. */
function useFilterValues({ groups = [], person, from, until, impersonated }: AuditFilter) {
  const { t, locale } = useRollcall()
  const day = (text: string | undefined) =>
    text === undefined ? [] : [dateText(Date.parse(`${text}T00:00:00Z`), { locale, timeZone: 'UTC' })]
  return {
    groups: () => groups.map((group) => t(`auditGroups.${group}`)),
    person: () => (person ? [person.name] : []),
    from: () => day(from),
    until: () => day(until),
    impersonated: () => (impersonated ? [t('auditFilters.impersonated')] : []),
  }
}
