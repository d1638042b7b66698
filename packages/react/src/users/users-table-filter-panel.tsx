import '../messages/en-GB/filters.ts'
import '../messages/en-GB/users.ts'
import { STATUSES } from '@rollcall/core/rules'
import { type ReactNode, useState } from 'react'
import { Badge } from '../ui/badge.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Input, Select } from '../ui/input.tsx'
import { Panel, type PanelProps } from '../ui/panel.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useGroupChoices } from './group-choices-query.ts'
import { STATUS_LOOKS } from './status-badge.tsx'
import { NARROWING, narrowingOf, type UsersFilter, withChange } from './users-filter.ts'
import { useUsersTable } from './users-table-context.ts'
import type { FiltersProps } from './users-table-filters.tsx'
import { useInstances } from './users-table-instances.ts'

/** Everything the list can be narrowed by; what is chosen holds at once. */
export default function FilterPanel({ filter, onFilterChange, ...panel }: FiltersProps & PanelProps) {
  const { t } = useRollcall()
  const { roles } = useUsersTable()
  const groups = useGroupChoices(true)
  const instances = useInstances(true)
  const change = (part: Partial<UsersFilter>) => onFilterChange(withChange(filter, part))
  const narrowed = NARROWING.some((name) => narrowingOf(filter)[name] !== undefined)
  return (
    <Panel label={t('users.filter')} {...panel}>
      <div className="rc-panel-body rc-stack">
        <Choices legend={t('users.status')}>
          {STATUSES.map((one) => (
            <Checkbox
              key={one}
              label={
                <Badge tone={STATUS_LOOKS[one].tone} icon={STATUS_LOOKS[one].icon}>
                  {t(STATUS_LOOKS[one].words)}
                </Badge>
              }
              checked={filter.status?.includes(one) ?? false}
              onChange={() => change({ status: toggled(filter.status, one) })}
            />
          ))}
        </Choices>
        {roles.length > 0 && (
          <Choices legend={t('users.role')}>
            {roles.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={filter.role?.includes(id) ?? false}
                onChange={() => change({ role: toggled(filter.role, id) })}
              />
            ))}
          </Choices>
        )}
        {instances.length > 0 && (
          <Choices legend={t('users.resource')}>
            {instances.map(({ id, name, app }) => (
              <Checkbox
                key={id}
                label={name}
                hint={app}
                checked={filter.resource?.includes(id) ?? false}
                onChange={() => change({ resource: toggled(filter.resource, id) })}
              />
            ))}
          </Choices>
        )}
        {groups.length > 0 && (
          <Choices legend={t('users.group')}>
            {groups.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={filter.group?.includes(id) ?? false}
                onChange={() => change({ group: toggled(filter.group, id) })}
              />
            ))}
          </Choices>
        )}
        <Organizations value={filter.organization} onChange={(organization) => change({ organization })} />
        <div className="rc-columns">
          <Field label={t('users.authentication')}>
            <Select
              value={filter.authentication ?? ''}
              onChange={({ target }) =>
                change({ authentication: (['internal', 'external'] as const).find((kind) => kind === target.value) })
              }
            >
              <option value="">{t('filters.any')}</option>
              <option value="internal">{t('users.internal')}</option>
              <option value="external">{t('users.external')}</option>
            </Select>
          </Field>
          <Field label={t('users.enabled')}>
            <Select
              value={String(filter.enabled ?? '')}
              onChange={({ target }) => change({ enabled: { true: true, false: false }[target.value] })}
            >
              <option value="">{t('filters.any')}</option>
              <option value="true">{t('users.enabledYes')}</option>
              <option value="false">{t('users.enabledNo')}</option>
            </Select>
          </Field>
        </div>
        <Field label={t('users.lastSignInBefore')}>
          <Input
            type="date"
            value={filter.lastSignInBefore?.slice(0, 10) ?? ''}
            onChange={({ target }) =>
              change({ lastSignInBefore: target.value ? `${target.value}T00:00:00.000Z` : undefined })
            }
          />
        </Field>
      </div>
      {narrowed && (
        <footer className="rc-panel-foot">
          <LinkButton onClick={() => change(Object.fromEntries(NARROWING.map((name) => [name, undefined])))}>
            {t('filters.clear')}
          </LinkButton>
        </footer>
      )}
    </Panel>
  )
}

interface OrganizationsProps {
  value: readonly string[] | undefined
  onChange: (value: string[] | undefined) => void
}

/** Looked for when the field is left or Enter pressed: half an organization is none. */
function Organizations({ value = [], onChange }: OrganizationsProps) {
  const { t } = useRollcall()
  const [draft, setDraft] = useState<string | null>(null)
  function settle() {
    if (draft === null) return
    const named = [...new Set(draft.toLowerCase().split(/[\s,;]+/))].filter(Boolean)
    setDraft(null)
    onChange(named.length > 0 ? named : undefined)
  }
  return (
    <Field label={t('users.organization')} hint={t('filters.organizationHint')}>
      <Input
        value={draft ?? value.join(', ')}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={253}
      />
    </Field>
  )
}

function Choices({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="rc-panel-choices">
      <legend className="rc-label">{legend}</legend>
      {children}
    </fieldset>
  )
}

/** Nothing chosen is no filter. */
function toggled<Value>(values: readonly Value[] = [], value: Value): Value[] | undefined {
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
  return next.length > 0 ? next : undefined
}
