import '../messages/en-GB/auditFilters.ts'
import { LinkButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { Panel, type PanelProps } from '../ui/panel.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { UserSelect } from '../users/select/index.ts'
import { AUDIT_GROUPS, type AuditGroup } from './audit-actions.ts'
import { withChange } from './audit-filter.ts'
import type { AuditFiltersProps } from './audit-filters.tsx'

/** Everything the audit can be narrowed by; what is chosen holds at once. */
export default function AuditFilterPanel({ filter, onFilterChange, ofUser, ...panel }: AuditFiltersProps & PanelProps) {
  const { t } = useRollcall()
  const { groups = [], person = null, from, until, impersonated } = filter
  const change = (part: Parameters<typeof withChange>[1]) => onFilterChange(withChange(filter, part))
  function toggle(group: AuditGroup) {
    const next = groups.includes(group) ? groups.filter((one) => one !== group) : [...groups, group]
    change({ groups: next.length > 0 ? next : undefined })
  }
  return (
    <Panel label={t('auditFilters.filter')} {...panel}>
      <div className="rc-panel-body rc-stack">
        <fieldset className="rc-panel-choices">
          <legend className="rc-label">{t('auditFilters.groups')}</legend>
          {AUDIT_GROUPS.map((group) => (
            <Checkbox
              key={group}
              label={t(`auditGroups.${group}`)}
              checked={groups.includes(group)}
              onChange={() => toggle(group)}
            />
          ))}
        </fieldset>
        {!ofUser && (
          <Field label={t('auditFilters.person')} hint={t('auditFilters.personHint')}>
            <UserSelect value={person} onChange={(chosen) => change({ person: chosen ?? undefined })} />
          </Field>
        )}
        <div className="rc-columns">
          <Field label={t('auditFilters.from')}>
            <Input
              type="date"
              value={from ?? ''}
              max={until}
              onChange={({ target }) => change({ from: target.value || undefined })}
            />
          </Field>
          <Field label={t('auditFilters.until')}>
            <Input
              type="date"
              value={until ?? ''}
              min={from}
              onChange={({ target }) => change({ until: target.value || undefined })}
            />
          </Field>
        </div>
        <Checkbox
          label={t('auditFilters.impersonated')}
          checked={impersonated ?? false}
          onChange={({ target }) => change({ impersonated: target.checked || undefined })}
        />
      </div>
      {Object.keys(filter).length > 0 && (
        <footer className="rc-panel-foot">
          <LinkButton onClick={() => onFilterChange({})}>{t('auditFilters.clear')}</LinkButton>
        </footer>
      )}
    </Panel>
  )
}
