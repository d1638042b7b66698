import '../messages/en-GB/accounts.ts'
import { useState } from 'react'
import { languageName, timeZoneName } from '../ui/regions.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type Account, type AccountGroup as Group, groupOf } from './account-fields.ts'
import type { AccountForm } from './account-form.ts'
import { AccountGroup } from './account-group.tsx'
import { AccountLogin } from './account-login.tsx'
import type { AccountPolicy } from './account-policy-query.ts'
import { AccountPreferences } from './account-preferences.tsx'
import { AccountUser } from './account-user.tsx'
import type { UserWithDetails } from './user-query.ts'

export interface AccountPageProps {
  policy: AccountPolicy
  /** As it stands in the form. */
  account: Account
  form: AccountForm
  /** Whom it is about; undefined for somebody new. */
  user: UserWithDetails | undefined
}

const GROUPS = ['userDetails', 'loginDetails', 'preferences'] as const

const PARTS = { userDetails: AccountUser, loginDetails: AccountLogin, preferences: AccountPreferences }

/** The first page: three groups, of which the first is open, and whichever has something wrong in it. */
export function AccountDetails(props: AccountPageProps) {
  const { policy, account, form, user } = props
  const { t } = useRollcall()
  const wrong = Object.keys(form.errors).map(groupOf)
  const opened = (open: readonly Group[]) => GROUPS.filter((group) => open.includes(group) || wrong.includes(group))
  const [open, setOpen] = useState<readonly Group[]>(() => opened(['userDetails']))
  const [failures, setFailures] = useState(form.failures)
  if (failures !== form.failures) {
    setFailures(form.failures)
    setOpen(opened)
  }
  const summaries: { [Name in Group]?: string } = {
    loginDetails: String(account.username ?? ''),
    preferences: preferencesText(policy, account),
  }
  return (
    <div className="rc-account-groups">
      <p className="rc-caption">
        <span className="rc-label-required" aria-hidden="true">
          {'* '}
        </span>
        {t('accounts.required')}
      </p>
      {GROUPS.map((group) => {
        const Part = PARTS[group]
        if (group === 'preferences' && !hasPreferences(policy, user)) return null
        return (
          <AccountGroup
            key={group}
            title={t(`accounts.${group}`)}
            open={open.includes(group)}
            onToggle={() => setOpen(open.includes(group) ? open.filter((one) => one !== group) : [...open, group])}
            problems={wrong.filter((one) => one === group).length}
            summary={summaries[group]}
          >
            <Part {...props} />
          </AccountGroup>
        )
      })}
    </div>
  )
}

function preferencesText({ creationFields }: AccountPolicy, { language, timeZone }: Account): string {
  return [
    ...('language' in creationFields && typeof language === 'string' ? [languageName(language)] : []),
    ...('timeZone' in creationFields && typeof timeZone === 'string' ? [timeZoneName(timeZone)] : []),
  ].join(', ')
}

function hasPreferences({ creationFields, attributes }: AccountPolicy, user: UserWithDetails | undefined): boolean {
  const own = Object.keys(creationFields).some((field) => groupOf(field) === 'preferences')
  return own || attributes.some(({ screen }) => screen === 'editable' || (screen === 'read-only' && user))
}
