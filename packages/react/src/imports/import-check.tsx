import '../messages/en-GB/imports.ts'
import { Button } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import { ImportPage } from './import-page.tsx'
import type { Import } from './import-query.ts'
import { ImportRows } from './import-rows.tsx'
import { ImportWelcome } from './import-welcome.tsx'

interface ImportCheckProps {
  about: Import
  onBack: () => void
  onApply: () => void
}

/** What the file would do, before anything is written. */
export function ImportCheck({ about: { id, counts, expiresAt }, onBack, onApply }: ImportCheckProps) {
  const { t } = useRollcall()
  const { create, update, refused } = counts
  const count = create + update
  const will = t('imports.willImport', { count })
  return (
    <ImportPage
      page="check"
      title={
        refused === 0
          ? will
          : t('imports.together', { first: will, second: t('imports.areRefused', { count: refused }) })
      }
      lead={
        <>
          {t('imports.nothingWritten')}{' '}
          <Words of="imports.keptUntil" with={{ time: <Time at={expiresAt} show="day" /> }} />
        </>
      }
      step="check"
      wide
      foot={
        <>
          <Button variant="ghost" onClick={onBack}>
            {t('common.back')}
          </Button>
          <span className="rc-imports-note">
            {count === 0 ? t('imports.nothingToImport') : refused > 0 && t('imports.leftOutRows', { count: refused })}
          </span>
          {count > 0 && <Button onClick={onApply}>{t('imports.importNow', { count })}</Button>}
        </>
      }
    >
      <ImportRows id={id} counts={counts} />
      {count > 0 && (
        <div className="rc-imports-mails">
          <ImportWelcome />
        </div>
      )}
    </ImportPage>
  )
}
