import '../messages/en-GB/details.ts'
import '../messages/en-GB/information.ts'
import type { ProfileField } from '@rollcall/core/rules'
import type { ReactNode } from 'react'
import { Switch } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Input, Select } from '../ui/input.tsx'
import { languageName, timeZoneName, timeZones } from '../ui/regions.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useProfilePolicy } from './profile-policy-query.ts'
import { FIELDS, type ProfileDraft } from './use-profile-draft.ts'

interface ProfileFieldsProps {
  draft: ProfileDraft
  /** Which the reader may change. */
  editable: { readonly [Name in ProfileField]: boolean }
  /** Which may not be left empty. */
  required: { readonly [Name in ProfileField]?: boolean }
  /** Why one may not be changed; nothing where that is said elsewhere. */
  reason: (field: ProfileField) => ReactNode
  error: (field: ProfileField) => string | undefined
  /** Fields nobody types into, which stand behind the names. */
  children?: ReactNode
}

const NAMES = ['firstName', 'lastName', 'displayName'] as const
const OTHERS = FIELDS.filter((field) => field !== 'muteNotifications' && !NAMES.some((name) => name === field))

/** The profile as a form: what may not be changed stays readable, with the reason. */
export function ProfileFields({ draft, editable, required, reason, error, children }: ProfileFieldsProps) {
  const { t } = useRollcall()
  const line = (name: Exclude<ProfileField, 'muteNotifications'>) => {
    const value = String(draft.value(name) ?? '')
    return (
      <Field
        key={name}
        label={t(`details.${name}`)}
        required={editable[name] && (required[name] ?? false)}
        error={error(name)}
        hint={!editable[name] && <LockedHint>{reason(name)}</LockedHint>}
      >
        {editable[name] ? (
          <ProfileControl name={name} value={value} onChange={(typed) => draft.change(name, typed)} />
        ) : (
          <Input value={shownValue(name, value)} readOnly dir="auto" />
        )}
      </Field>
    )
  }
  return (
    <>
      <div className="rc-profile-fields">
        {NAMES.map(line)}
        {children}
        {OTHERS.map((name) => name !== 'muteNotifications' && line(name))}
      </div>
      <Switch
        name="muteNotifications"
        label={t('details.muteNotifications')}
        hint={t('information.mutedDetail')}
        reason={!editable.muteNotifications && reason('muteNotifications')}
        aria-disabled={!editable.muteNotifications}
        checked={draft.value('muteNotifications') === true}
        onChange={({ target }) => draft.change('muteNotifications', target.checked)}
      />
    </>
  )
}

interface ProfileControlProps {
  name: Exclude<ProfileField, 'muteNotifications'>
  value: string
  onChange: (typed: string) => void
}

function ProfileControl({ name, value, onChange }: ProfileControlProps) {
  const languages = useProfilePolicy()?.languages ?? []
  if (name === 'language' || name === 'timeZone') {
    const options = name === 'language' ? [...new Set([...languages, value])] : timeZones(value)
    return (
      <Select name={name} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option} value={option} lang={name === 'language' ? option : undefined}>
            {shownValue(name, option)}
          </option>
        ))}
      </Select>
    )
  }
  return (
    <Input
      name={name}
      type={name === 'phone' ? 'tel' : 'text'}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      autoComplete="off"
      dir="auto"
    />
  )
}

/** Why a field is as it is. */
export function LockedHint({ children }: { children: ReactNode }) {
  if (!children) return null
  return (
    <>
      <Icon name="lock" size="small" />
      <span>{children}</span>
    </>
  )
}

/** A value of the profile as people read it. */
export function shownValue(field: ProfileField, value: string): string {
  if (field === 'language') return languageName(value)
  return field === 'timeZone' ? timeZoneName(value) : value
}
