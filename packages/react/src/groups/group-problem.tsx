import '../messages/en-GB/groups.ts'
import { Banner, ProblemBanner } from '../ui/banner.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Above what the server refused; a ceiling is told in terms of the group rather than of a person. */
export function GroupProblem({ problem }: { problem: unknown }) {
  const { t } = useRollcall()
  if (asRefusal(problem)?.details.reason !== 'not-covered') return <ProblemBanner problem={problem} />
  return (
    <Banner tone="danger" role="alert" title={t('common.didNotWork')}>
      {t('groups.notCovered')}
    </Banner>
  )
}
