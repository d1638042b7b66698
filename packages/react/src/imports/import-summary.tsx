import '../messages/en-GB/imports.ts'
import { Banner, ProblemBanner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { download } from '../ui/download.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { ImportPage } from './import-page.tsx'
import type { Import } from './import-query.ts'
import { ImportTally } from './import-tally.tsx'
import { useDownloadRejected } from './use-download-rejected.ts'

interface ImportSummaryProps {
  about: Import
  onAnother: () => void
  onDone: (() => void) | undefined
}

/** What became of the file. */
export function ImportSummary({ about: { id, name, counts, done }, onAnother, onDone }: ImportSummaryProps) {
  const { t } = useRollcall()
  const rejected = useDownloadRejected()
  const refused = counts.refused + done.refused
  const imported = t('imports.wereImported', { count: done.created + done.updated })
  const reasons = [
    ...(counts.refused > 0 ? [t('imports.refusedInCheck', { count: counts.refused })] : []),
    ...(done.refused > 0 ? [t('imports.refusedMeanwhile', { count: done.refused })] : []),
  ]
  const [first, second] = reasons

  function take() {
    const base = (name ?? t('imports.ofFile')).replace(/\.csv$/i, '')
    rejected.mutate(id, { onSuccess: (file) => download(file, t('imports.rejectedName', { name: base })) })
  }

  return (
    <ImportPage
      page="summary"
      title={
        refused === 0
          ? imported
          : t('imports.together', { first: imported, second: t('imports.wereRefused', { count: refused }) })
      }
      lead={name && <Bidi>{name}</Bidi>}
      foot={
        <>
          {refused > 0 && (
            <Button variant="ghost" icon="download" pending={rejected.isPending} onClick={take}>
              {t('imports.download', { count: refused })}
            </Button>
          )}
          <span className="rc-grow" />
          <Button variant={onDone ? 'ghost' : 'primary'} onClick={onAnother}>
            {t('imports.another')}
          </Button>
          {onDone && <Button onClick={onDone}>{t('imports.done')}</Button>}
        </>
      }
    >
      <ProblemBanner className="rc-imports-banner" problem={rejected.error} title={t('imports.didNotDownload')} />
      <ImportTally
        of={[
          { word: t('imports.created'), count: done.created },
          { word: t('imports.updated'), count: done.updated },
          {
            word: t('imports.unchanged'),
            count: counts.unchanged + done.rows - done.created - done.updated - done.refused,
          },
          { word: t('imports.refused'), count: refused },
        ]}
      />
      {first && (
        <Banner tone="wait" title={second ? t('imports.together', { first, second }) : first}>
          {t('imports.refusedDetail')}
        </Banner>
      )}
      <span className="rc-hidden" role="status">
        {t('imports.finished')}
      </span>
    </ImportPage>
  )
}
