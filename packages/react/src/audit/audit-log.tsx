import '../messages/en-GB/audit.ts'
import '../messages/en-GB/auditFilters.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { useControlled } from '../ui/controlled.ts'
import { download } from '../ui/download.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { dayText } from '../ui/time-text.ts'
import { type AuditFilter, wireFilter } from './audit-filter.ts'
import { AuditFilters } from './audit-filters.tsx'
import { useAuditNames } from './audit-names-query.ts'
import { useAudit } from './audit-query.ts'
import { AuditTable } from './audit-table.tsx'
import { useExportEntries } from './use-export-entries.ts'

export interface AuditLogProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  /** Entries about or by that person; all without it. */
  userId?: string
  /** Entries a page, at most 200. */
  limit?: number
  /** What it is narrowed by. Leave out to let the log keep it itself. */
  filter?: AuditFilter
  defaultFilter?: AuditFilter
  onFilterChange?: (filter: AuditFilter) => void
}

const EVERYTHING: AuditFilter = {}

/**
 * Who did what, when, from where, and as whom, newest first; narrowed by filters, and taken away as a file.
 * `data-state` is `loading`, `ready`, `empty`, `no-match`, `refused` or `error`.
 */
export const AuditLog = forwardRef<HTMLElement, AuditLogProps>(function AuditLog(
  { userId, limit = 20, filter: given, defaultFilter = EVERYTHING, onFilterChange, className, ...rest },
  ref,
) {
  const { t, timeZone, clock } = useRollcall()
  const [filter, setFilter] = useControlled(given, defaultFilter, onFilterChange)
  const wire = wireFilter(filter, userId, timeZone)
  const audit = useAudit(wire, limit)
  const names = useAuditNames(userId)
  const file = useExportEntries()
  const items = audit.data?.pages.flatMap((page) => page.items)
  const narrowed = Object.keys(filter).length > 0
  const refused = asRefusal(audit.error)?.code === 'not-allowed'
  const some = items?.length ? 'ready' : narrowed ? 'no-match' : 'empty'
  const state = refused ? 'refused' : audit.isError && !items ? 'error' : items ? some : 'loading'
  const usable = state !== 'refused' && state !== 'empty'

  async function takeAway() {
    const blob = await file.mutateAsync(wire).catch(() => null)
    if (blob) download(blob, t('audit.exportName', { day: dayText(clock.now(), timeZone) }))
  }

  return (
    <Section
      ref={ref}
      className={cx('rc-audit', className)}
      title={t(userId === undefined ? 'audit.title' : 'audit.ofUser')}
      actions={
        usable && (
          <Button
            variant="ghost"
            icon="download"
            pending={file.isPending}
            aria-disabled={state !== 'ready'}
            onClick={() => void takeAway()}
          >
            {t('audit.export')}
          </Button>
        )
      }
      data-state={state}
      aria-busy={state === 'loading'}
      {...rest}
    >
      <ProblemBanner problem={file.error} title={t('audit.didNotExport')} />
      {usable && <AuditFilters filter={filter} onFilterChange={setFilter} ofUser={userId !== undefined} />}
      {state === 'refused' ? (
        <Reason>{describeProblem(t, audit.error)}</Reason>
      ) : state === 'error' ? (
        <ErrorState title={t('audit.didNotLoad')} error={audit.error} onRetry={audit.refetch} />
      ) : state === 'no-match' ? (
        <EmptyState
          icon="search"
          title={t('auditFilters.none')}
          action={
            <Button variant="ghost" onClick={() => setFilter(EVERYTHING)}>
              {t('auditFilters.clear')}
            </Button>
          }
        >
          {t('auditFilters.noneDetail')}
        </EmptyState>
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
