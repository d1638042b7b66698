import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/details.ts'
import '../messages/en-GB/information.ts'
import '../messages/en-GB/refusals.ts'
import { Switch } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/input.tsx'
import { timeZones } from '../ui/regions.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { AccountAttribute } from './account-attribute.tsx'
import type { AccountPageProps } from './account-details.tsx'
import { shownValue } from './profile-fields.tsx'

const REGIONS = ['language', 'timeZone'] as const

/** Language, zone, mails, and what the host itself keeps about people. */
export function AccountPreferences(props: AccountPageProps) {
  const { policy, account, form, user } = props
  const { t } = useRollcall()
  const { creationFields, languages, attributes } = policy
  return (
    <>
      {REGIONS.filter((name) => name in creationFields).map((name) => {
        const value = String(account[name] ?? '')
        const options = name === 'language' ? [...new Set([...languages, value])] : timeZones(value)
        const code = form.errors[name]
        return (
          <Field key={name} label={t(`details.${name}`)} required error={code && t(`fields.${code}`)}>
            <Select name={name} value={value} onChange={({ target }) => form.change(name, target.value)}>
              {options.map((option) => (
                <option key={option} value={option} lang={name === 'language' ? option : undefined}>
                  {shownValue(name, option)}
                </option>
              ))}
            </Select>
          </Field>
        )
      })}
      {attributes
        .filter(({ screen }) => screen === 'editable' || (screen === 'read-only' && user))
        .map((attribute) => (
          <AccountAttribute key={attribute.key} attribute={attribute} account={account} form={form} />
        ))}
      {'muteNotifications' in creationFields && (
        <div className="rc-account-wide">
          <Switch
            name="muteNotifications"
            label={t('details.muteNotifications')}
            hint={t('information.mutedDetail')}
            checked={account.muteNotifications === true}
            onChange={({ target }) => form.change('muteNotifications', target.checked)}
          />
        </div>
      )}
    </>
  )
}
