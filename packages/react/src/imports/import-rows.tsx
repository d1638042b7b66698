import '../messages/en-GB/imports.ts'
import type { Verdict } from '@rollcall/core/rules'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import type { Import } from './import-query.ts'
import { ImportRow } from './import-row.tsx'
import { useImportRows } from './import-rows-query.ts'

const VERDICTS = ['create', 'update', 'unchanged', 'refused'] as const
const COLUMNS = ['row', 'person', 'verdict', 'happens'] as const
const WAITING = ['46%', '62%', '38%', '54%', '44%']

interface ImportRowsProps {
  id: string
  counts: Import['counts']
}

/** The rows of the file by verdict, a page at a time. */
export function ImportRows({ id, counts }: ImportRowsProps) {
  const { t, locale } = useRollcall()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  /** The lines after which the pages up to this one begin. */
  const [pages, setPages] = useState<readonly number[]>([0])
  const { data, error, refetch, isPlaceholderData } = useImportRows(id, verdict, pages.at(-1) ?? 0)
  const numbers = new Intl.NumberFormat(locale)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const first = data?.rows[0]
  const last = data?.rows.at(-1)
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: these are buttons, and nothing is filled in. */}
      <div className="rc-imports-filter" role="group" aria-label={t('imports.filter')}>
        {([null, ...VERDICTS] as const).map((each) => (
          <button
            key={each ?? 'all'}
            type="button"
            className="rc-imports-verdict"
            aria-pressed={each === verdict}
            onClick={() => {
              setVerdict(each)
              setPages([0])
            }}
          >
            {each ? t(`importVerdicts.${each}`) : t('imports.all')}{' '}
            <span className="rc-imports-count">{numbers.format(each ? counts[each] : total)}</span>
          </button>
        ))}
      </div>
      {error && !data ? (
        <ErrorState title={t('imports.rowsDidNotLoad')} error={error} onRetry={refetch} />
      ) : data?.rows.length === 0 ? (
        <EmptyState icon="file" title={t('imports.noRows')}>
          {t('imports.noRowsDetail')}
        </EmptyState>
      ) : (
        <div className="rc-imports-rows" aria-busy={!data || isPlaceholderData}>
          <table className="rc-table rc-imports-table" aria-label={t('imports.rows')}>
            <thead className="rc-thead">
              <tr className="rc-tr">
                {COLUMNS.map((column) => (
                  <th key={column} className="rc-th" scope="col">
                    {t(`imports.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="rc-tbody">
              {data
                ? data.rows.map((row) => <ImportRow key={row.line} row={row} />)
                : WAITING.map((width) => <WaitingRow key={width} width={width} />)}
            </tbody>
          </table>
        </div>
      )}
      {first && last && (
        <nav className="rc-imports-pages" aria-label={t('imports.pages')}>
          <span role="status">
            {t('imports.range', { from: numbers.format(first.line), to: numbers.format(last.line) })}
          </span>
          <span className="rc-grow" />
          <Button
            variant="ghost"
            size="small"
            aria-disabled={pages.length === 1}
            onClick={() => setPages(pages.slice(0, -1))}
          >
            {t('common.previous')}
          </Button>
          <Button
            variant="ghost"
            size="small"
            aria-disabled={data.nextAfter === null || isPlaceholderData}
            onClick={() => setPages([...pages, data.nextAfter ?? 0])}
          >
            {t('common.next')}
          </Button>
        </nav>
      )}
    </>
  )
}

function WaitingRow({ width }: { width: string }) {
  return (
    <tr className="rc-tr">
      <td className="rc-td" data-column="line">
        <Skeleton width="20px" />
      </td>
      <td className="rc-td" data-column="person">
        <Skeleton width={width} />
      </td>
      <td className="rc-td" data-column="verdict">
        <Skeleton shape="badge" />
      </td>
      <td className="rc-td" data-column="happens">
        <Skeleton width={width} />
      </td>
    </tr>
  )
}
