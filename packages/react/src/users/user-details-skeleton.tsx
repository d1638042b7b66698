import '../messages/en-GB/details.ts'
import '../messages/en-GB/lockout.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

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
          {['40%', '55%', '35%', '60%', '45%', '50%', '40%', '55%'].map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity.
            <div className="rc-fact" key={index}>
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
          {Array.from({ length: 5 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity.
            <Skeleton key={index} />
          ))}
        </div>
      </Section>
    </div>
  )
}
