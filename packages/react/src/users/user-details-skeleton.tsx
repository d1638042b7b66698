import '../messages/en-GB/details.ts'
import '../messages/en-GB/lockout.ts'
import { places } from '../ui/places.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const FACTS = ['40%', '55%', '35%', '60%', '45%', '50%', '40%', '55%']

/** Header and cards in their final geometry. */
export function UserDetailsSkeleton() {
  const { t } = useRollcall()
  return (
    <>
      <div className="rc-details-head">
        <span className="rc-hidden" role="status">
          {t('common.loading')}
        </span>
        <Skeleton className="rc-details-face" shape="circle" />
        <div className="rc-details-who">
          <div className="rc-details-name">
            <Skeleton className="rc-title" data-size="large" width="180px" />
            <Skeleton shape="badge" />
          </div>
          <p className="rc-lead">
            <Skeleton width="340px" />
          </p>
        </div>
      </div>
      <SectionsSkeleton />
    </>
  )
}

/** The cards beneath the head. */
export function SectionsSkeleton() {
  const { t } = useRollcall()
  return (
    <div className="rc-details-columns">
      <Section title={t('details.information')}>
        <div className="rc-facts">
          {Object.entries(FACTS).map(([place, width]) => (
            <div className="rc-fact" key={place}>
              <span className="rc-fact-name">
                <Skeleton width="72px" />
              </span>
              <span className="rc-fact-value">
                <Skeleton width={width} />
              </span>
            </div>
          ))}
        </div>
      </Section>
      <Section title={t('lockout.failed')}>
        <div className="rc-stack">
          {places(5).map((place) => (
            <Skeleton key={place} />
          ))}
        </div>
      </Section>
    </div>
  )
}
