import '../messages/en-GB/details.ts'
import type { ProfileField } from '@rollcall/core/rules'
import { Checkbox } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Input, Select } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { InvitationPreview } from './invitation-preview-query.ts'

/** Profile fields that are lines of text, with what browsers fill them by. */
const TEXTS = {
  firstName: 'given-name',
  lastName: 'family-name',
  displayName: 'nickname',
  jobTitle: 'organization-title',
  phone: 'tel',
} as const

interface RegistrationProfileProps {
  /** Which are shown; true when required. */
  fields: Partial<Record<ProfileField, boolean>>
  languages: readonly string[]
  invitation: InvitationPreview
  error: (name: string) => string | undefined
}

export function RegistrationProfile({ fields, languages, invitation, error }: RegistrationProfileProps) {
  const { t } = useRollcall()
  const shown = Object.keys(TEXTS).filter((name): name is keyof typeof TEXTS => name in fields)
  const known: Partial<Record<ProfileField, string | null>> = invitation
  return (
    <>
      <div className="rc-columns">
        {shown.map((name) => (
          <Field
            key={name}
            className={name === 'phone' ? 'rc-visitor-wide' : undefined}
            label={t(`details.${name}`)}
            required={fields[name] ?? false}
            error={error(name)}
            size="large"
          >
            <Input
              name={name}
              type={name === 'phone' ? 'tel' : 'text'}
              defaultValue={known[name] ?? ''}
              autoComplete={TEXTS[name]}
            />
          </Field>
        ))}
        {'language' in fields && languages.length > 1 && (
          <Field className="rc-visitor-wide" label={t('details.language')} error={error('language')} size="large">
            <Select name="language" defaultValue={invitation.language}>
              {languages.map((tag) => (
                <option key={tag} value={tag} lang={tag}>
                  {languageName(tag)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {'timeZone' in fields && (
          <Field className="rc-visitor-wide" label={t('details.timeZone')} error={error('timeZone')} size="large">
            <Select name="timeZone" defaultValue={ownTimeZone()}>
              {timeZones().map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      {'muteNotifications' in fields && <Checkbox name="muteNotifications" label={t('details.muteNotifications')} />}
    </>
  )
}

/** A language by its own name. */
function languageName(tag: string): string {
  const names = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' })
  const name = names.of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Every zone the browser knows, and the browser's own, which may go by an older name. */
function timeZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), ownTimeZone()])].sort()
}
