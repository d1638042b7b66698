import '../messages/en-GB/audit.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { useAuditNames } from './audit-names-query.ts'
import { useAudit } from './audit-query.ts'
import { AuditTable } from './audit-table.tsx'

export interface AuditLogProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  /** Entries about or by that person; all without it. */
  userId?: string
  /** Entries a page, at most 200. */
  limit?: number
}

/** Who did what, when, from where, newest first. `data-state` is `loading`, `ready`, `empty`, `refused` or `error`. */
export const AuditLog = forwardRef<HTMLElement, AuditLogProps>(({ userId, limit = 20, className, ...rest }, ref) => {
  const { t } = useRollcall()
  const audit = useAudit(userId, limit)
  const names = useAuditNames(userId)
  const items = audit.data?.pages.flatMap((page) => page.items)
  const refused = asRefusal(audit.error)?.code === 'not-allowed'
  const failed = audit.isError && !items
  const state = refused ? 'refused' : failed ? 'error' : !items ? 'loading' : items.length ? 'ready' : 'empty'
  return (
    <Section
      ref={ref}
      className={cx('rc-audit', className)}
      title={t(userId === undefined ? 'audit.title' : 'audit.ofUser')}
      data-state={state}
      aria-busy={state === 'loading'}
      {...rest}
    >
      {state === 'refused' ? (
        <Reason>{describeProblem(t, audit.error)}</Reason>
      ) : state === 'error' ? (
        <ErrorState title={t('audit.didNotLoad')} error={audit.error} onRetry={() => void audit.refetch()} />
      ) : state === 'empty' ? (
        <EmptyState icon="clock" title={t('audit.none')}>
          {t('audit.noneDetail')}
        </EmptyState>
      ) : (
        <AuditTable items={items} userId={userId} names={names} />
      )}
      {state === 'ready' && <ProblemBanner problem={audit.error} title={t('audit.didNotLoad')} />}
      {state === 'ready' && audit.hasNextPage && (
        <div className="rc-audit-more">
          <Button variant="ghost" pending={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {t('audit.more')}
          </Button>
        </div>
      )}
    </Section>
  )
})
AuditLog.displayName = 'AuditLog'
