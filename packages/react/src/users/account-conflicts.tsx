import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/details.ts'
import '../messages/en-GB/information.ts'
import '../messages/en-GB/users.ts'
import { PROFILE_FIELDS, type ProfileField } from '@rollcall/core/rules'
import { Bidi } from '../ui/bidi.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type Account, type AccountDraft, roleOf } from './account-fields.ts'
import type { App } from './account-instances.ts'
import type { AccountPolicy } from './account-policy-query.ts'
import { EditConflicts } from './edit-conflicts.tsx'
import type { Value } from './use-draft.ts'
import { ProfileValue } from './user-information-conflicts.tsx'

interface AccountConflictsProps {
  policy: AccountPolicy
  apps: readonly App[]
  draft: AccountDraft
  saved: Account
}

/** What somebody else changed of an account meanwhile, beside what stands in the form. */
export function AccountConflicts({ policy, apps, draft, saved }: AccountConflictsProps) {
  const label = useLabels(policy, apps)
  return (
    <EditConflicts
      conflicts={draft.conflicting.map((field) => ({
        field,
        label: label(field),
        theirs: <AccountValue policy={policy} field={field} of={saved[field] ?? null} />,
        mine: <AccountValue policy={policy} field={field} of={draft.value(field)} />,
        takeTheirs: () => draft.drop(field),
      }))}
    />
  )
}

function useLabels({ roles, attributes }: AccountPolicy, apps: readonly App[]): (field: string) => string {
  const { t } = useRollcall()
  const own: { readonly [field: string]: string } = {
    phone: t('accounts.phone'),
    authentication: t('accounts.authentication'),
    enabled: t('accounts.active'),
    protected: t('accounts.protected'),
  }
  return (field) => {
    const given = roleOf(field)
    if (given) {
      const role = roles.find(({ id }) => id === given.role)?.name ?? given.role
      const instance = apps.flatMap(({ instances }) => instances).find(({ id }) => id === given.scope)
      const resource = instance?.name ?? given.scope
      return resource === null ? role : t('users.scopedRole', { role, resource })
    }
    const attribute = attributes.find(({ key }) => field === `attributes.${key}`)
    return own[field] ?? attribute?.label ?? t(`details.${field as ProfileField | 'email' | 'username'}`)
  }
}

function AccountValue({ policy, field, of }: { policy: AccountPolicy; field: string; of: Value }) {
  const { t } = useRollcall()
  const profile = PROFILE_FIELDS.find((one) => one === field)
  if (profile) return <ProfileValue field={profile} of={of} />
  if (roleOf(field)) return t(of === true ? 'information.on' : 'information.off')
  if (typeof of === 'boolean') return t(of ? 'information.on' : 'information.off')
  if (of === null) return t('common.none')
  if (field !== 'authentication') return <Bidi>{of}</Bidi>
  return policy.providers.find(({ id }) => of === `external:${id}`)?.name ?? t('accounts.internal')
}
