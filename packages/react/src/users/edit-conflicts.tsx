import '../messages/en-GB/information.ts'
import { type ReactNode, useEffect, useRef } from 'react'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'

export interface EditConflict {
  readonly field: string
  readonly label: string
  readonly theirs: ReactNode
  readonly mine: ReactNode
  readonly takeTheirs: () => void
}

/** What somebody else changed meanwhile, beside what stands in the form. */
export function EditConflicts({ conflicts }: { conflicts: readonly EditConflict[] }) {
  const { t } = useRollcall()
  const banner = useRef<HTMLDivElement>(null)
  const any = conflicts.length > 0
  useEffect(() => {
    if (any) banner.current?.scrollIntoView({ block: 'nearest' })
  }, [any])
  if (!any) return null
  return (
    <Banner ref={banner} tone="wait" role="alert" title={t('information.conflictTitle')}>
      {t('information.conflictDetail')}
      <table className="rc-table rc-conflicts" data-size="small">
        <thead>
          <tr>
            <th className="rc-th">{t('information.field')}</th>
            <th className="rc-th">{t('information.theirs')}</th>
            <th className="rc-th">{t('information.mine')}</th>
            <th className="rc-th">
              <span className="rc-hidden">{t('information.takeTheirs')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ field, label, theirs, mine, takeTheirs }) => (
            <tr key={field}>
              <th className="rc-td" scope="row">
                {label}
              </th>
              <td className="rc-td">{theirs}</td>
              <td className="rc-td">{mine}</td>
              <td className="rc-td" data-align="end">
                <Button
                  variant="ghost"
                  size="small"
                  aria-label={t('information.takeTheirsOf', { field: label })}
                  onClick={takeTheirs}
                >
                  {t('information.takeTheirs')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Banner>
  )
}
