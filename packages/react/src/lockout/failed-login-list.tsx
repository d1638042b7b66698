import '../messages/en-GB/lockout.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { cx } from '../ui/class-names.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { FailedLoginTable } from './failed-login-table.tsx'
import { useFailedSignIns } from './failed-sign-ins-query.ts'

export interface FailedLoginListProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  userId: string
  /** At most 100. */
  limit?: number
}

/** The last failed sign-ins of a user: when, from where, with what and why. `data-state` says what is shown. */
export const FailedLoginList = forwardRef<HTMLElement, FailedLoginListProps>(function FailedLoginList(
  { userId, limit = 5, className, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const failures = useFailedSignIns(userId, limit)
  const items = failures.data?.items
  const refused = asRefusal(failures.error)?.code === 'not-allowed'
  const state = refused ? 'refused' : failures.isError ? 'error' : !items ? 'loading' : items.length ? 'ready' : 'empty'
  return (
    <Section
      ref={ref}
      className={cx('rc-failed', className)}
      title={t('lockout.failed')}
      description={!failures.isError && (!items || items.length === limit) && t('lockout.failedLast', { count: limit })}
      data-state={state}
      aria-busy={state === 'loading'}
      {...rest}
    >
      {state === 'refused' ? (
        <Reason>{describeProblem(t, failures.error)}</Reason>
      ) : state === 'error' ? (
        <ErrorState title={t('lockout.failedDidNotLoad')} error={failures.error} onRetry={failures.refetch} />
      ) : state === 'empty' ? (
        <EmptyState icon="confirmed" title={t('lockout.failedNone')}>
          {t('lockout.failedNoneDetail')}
        </EmptyState>
      ) : (
        <FailedLoginTable items={items} rows={limit} />
      )}
    </Section>
  )
})
