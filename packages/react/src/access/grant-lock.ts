import '../messages/en-GB/access.ts'
import type { Translate } from '../messages/translate.ts'
import type { Holder } from './use-switch-role.ts'

type Grant = Holder['grants'][number]

const ELSEWHERE = { group: 'access.fromGroup', import: 'access.fromImport', provider: 'access.fromProvider' } as const

/** Why what somebody holds by these grants is not changed here; false where it may be. */
export function lockOf(
  t: Translate,
  holder: Pick<Holder, 'actions' | 'groups'>,
  grants: readonly Grant[],
  mayGive: boolean,
  scope: string | null = null,
): string | false {
  const elsewhere = grants.find(({ source }) => source !== 'direct')
  if (elsewhere && elsewhere.source !== 'direct') {
    const name = groupOf(elsewhere, holder.groups)
    return name === undefined ? t(ELSEWHERE[elsewhere.source]) : t('access.fromGroupNamed', { name })
  }
  const assign = holder.actions.assign
  if (scope === null && assign !== undefined && assign !== true) return t(`reasons.${assign}`)
  return !mayGive && t('access.mayNotGive')
}

/** The name of the group a role is inherited from, for readers who may know it. */
export function groupOf({ group }: Grant, groups: Holder['groups']): string | undefined {
  return groups?.find(({ id }) => id === group)?.name
}
