import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/details.ts'
import '../messages/en-GB/refusals.ts'
import { Switch } from '../ui/choice.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { AccountPageProps } from './account-details.tsx'
import { AccountLine } from './account-line.tsx'
import { AccountRoles } from './account-roles.tsx'

const NAMES = ['firstName', 'lastName', 'displayName', 'jobTitle'] as const

/** Who it is, what they may do, and how the account stands. */
export function AccountUser(props: AccountPageProps) {
  const { policy, account, form, user } = props
  const { t } = useRollcall()
  const { creationFields } = policy
  const line = { account, form }
  const switched = user && (user.actions[user.enabled ? 'disable' : 'enable'] ?? 'no-right')
  return (
    <>
      {NAMES.filter((name) => name in creationFields).map((name) => (
        <AccountLine
          key={name}
          name={name}
          label={t(`details.${name}`)}
          required={creationFields[name] ?? false}
          {...line}
        />
      ))}
      <AccountLine
        name="email"
        label={t('details.email')}
        type="email"
        dir="ltr"
        required
        wide={!('phone' in creationFields)}
        locked={user && !user.fields.email && t('details.emailFixed')}
        {...line}
      />
      {'phone' in creationFields && (
        <AccountLine
          name="phone"
          label={t('accounts.phone')}
          type="tel"
          dir="ltr"
          required={creationFields.phone ?? false}
          {...line}
        />
      )}
      <AccountRoles {...props} />
      <div className="rc-account-wide rc-account-switches">
        <Switch
          name="enabled"
          label={t('accounts.active')}
          hint={t('accounts.activeHint')}
          reason={switched !== undefined && switched !== true && t(`reasons.${switched}`)}
          checked={account.enabled === true}
          onChange={({ target }) => form.change('enabled', target.checked)}
        />
        <Switch
          name="protected"
          label={t('accounts.protected')}
          hint={t('accounts.protectedHint')}
          checked={account.protected === true}
          onChange={({ target }) => form.change('protected', target.checked)}
        />
      </div>
    </>
  )
}
