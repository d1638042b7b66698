import '../messages/en-GB/access.ts'
import { Tag } from '../ui/badge.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'

const ICONS = { direct: 'user', group: 'users', import: 'file', provider: 'cloud' } as const

/** Where a role comes from. */
export function SourceTag({ source }: { source: keyof typeof ICONS }) {
  const { t } = useRollcall()
  return <Tag icon={ICONS[source]}>{t(`access.${source}`)}</Tag>
}
