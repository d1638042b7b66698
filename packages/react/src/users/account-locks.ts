import '../messages/en-GB/access.ts'
import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/refusals.ts'
import type { Translate } from '../messages/translate.ts'
import type { Account } from './account-fields.ts'
import { type App, type Instance, rolesAt } from './account-instances.ts'
import type { UserWithDetails } from './user-query.ts'

const ELSEWHERE = { group: 'access.fromGroup', import: 'access.fromImport', provider: 'access.fromProvider' } as const

type Holder = Pick<UserWithDetails, 'grants' | 'groups' | 'actions'>

/** Where somebody has a role from that is not given directly; undefined where they have it directly or not at all. */
export function inheritedFrom(
  t: Translate,
  { grants, groups }: Holder,
  role: string | null,
  scope: string | null,
): string | undefined {
  const grant = grants.find((one) => one.scope === scope && one.source !== 'direct' && (role ?? one.role) === one.role)
  if (!grant || grant.source === 'direct') return undefined
  const name = groups.find(({ id }) => id === grant.group)?.name
  return name === undefined ? t(ELSEWHERE[grant.source]) : t('access.fromGroupNamed', { name })
}

/** Why an instance is neither ticked nor cleared here; undefined where it may be. */
export function lockOf(t: Translate, account: Account, instance: Instance, user: Holder | undefined) {
  const verdict = user?.actions.assign ?? true
  if (verdict !== true) return t(`reasons.${verdict}`)
  const inherited = user && inheritedFrom(t, user, null, instance.id)
  if (inherited) return inherited
  const may = rolesAt(account, instance.id).every((role) => instance.mayGrant.includes(role))
  return may && instance.role !== null ? undefined : t('accounts.mayNotAssign')
}

/** Why a whole app is locked: all of its instances are, for one reason. */
export function appLockOf(t: Translate, app: App, locks: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = new Set(locks)
  if (first === undefined || others.includes(undefined)) return undefined
  if (others.length > 0 || first !== t('accounts.mayNotAssign') || app.name === null) return first
  return t('accounts.mayNotAssignApp', { app: app.name })
}
