import '../messages/en-GB/access.ts'
import { Tag } from '../ui/badge.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { groupOf } from './grant-lock.ts'
import type { Holder } from './use-switch-role.ts'

const ICONS = { direct: 'user', group: 'users', import: 'file', provider: 'cloud' } as const

interface SourceTagProps {
  grant: Holder['grants'][number]
  /** The groups its holder is in, as far as the reader may know them. */
  groups: Holder['groups']
}

/** Where a role comes from. */
export function SourceTag({ grant, groups }: SourceTagProps) {
  const { t } = useRollcall()
  const { source } = grant
  const name = groupOf(grant, groups)
  return <Tag icon={ICONS[source]}>{name === undefined ? t(`access.${source}`) : t('access.groupNamed', { name })}</Tag>
}
