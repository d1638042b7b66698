import '../messages/en-GB/imports.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import { ImportPage } from './import-page.tsx'
import type { Import } from './import-query.ts'
import type { ImportRun } from './import-run.ts'
import { ImportTally } from './import-tally.tsx'
import { timeLeftText } from './import-text.ts'

/** How far an import is, while it runs and while it is paused. */
export function ImportProgress({ about, run }: { about: Import; run: ImportRun }) {
  const { t, locale } = useRollcall()
  const { name, counts, done, expiresAt } = about
  const total = counts.create + counts.update
  const share = total === 0 ? 1 : done.rows / total
  const numbers = new Intl.NumberFormat(locale)
  const reached = { done: numbers.format(done.rows), total: numbers.format(total) }
  const text = run.speed
    ? t('imports.reachedWithRate', {
        ...reached,
        rate: numbers.format(Math.round(run.speed.rate)),
        left: timeLeftText(run.speed.millisecondsLeft, locale),
      })
    : t('imports.reached', reached)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', roundingMode: 'floor' }).format(share)
  const still = run.state === 'still'
  return (
    <ImportPage
      page="progress"
      title={t(still ? 'imports.paused' : 'imports.importing', { count: total })}
      lead={name && <Bidi>{name}</Bidi>}
      step="import"
      foot={
        <>
          <span className="rc-grow" />
          {still ? (
            <Button onClick={run.start}>{t('imports.resume')}</Button>
          ) : (
            <Button variant="ghost" pending={run.state === 'pausing'} onClick={run.pause}>
              {t(run.state === 'pausing' ? 'imports.pausing' : 'imports.pause')}
            </Button>
          )}
        </>
      }
    >
      {run.problem ? (
        <ProblemBanner className="rc-imports-banner" problem={run.problem} title={t('imports.stopped')} />
      ) : null}
      <div className="rc-imports-reached">
        <span className="rc-imports-percent">{percent}</span>
        <span className="rc-imports-rate">{text}</span>
      </div>
      <div
        className="rc-imports-progress"
        role="progressbar"
        aria-label={t('imports.progress')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done.rows}
        aria-valuetext={percent}
      >
        <span className="rc-imports-bar" style={{ inlineSize: `${share * 100}%` }} />
      </div>
      <ImportTally
        of={[
          { word: t('imports.created'), count: done.created },
          { word: t('imports.updated'), count: done.updated },
          { word: t('imports.refusedSince'), count: done.refused },
          { word: t('imports.toGo'), count: total - done.rows },
        ]}
      />
      <p className="rc-hint">
        <Icon name="info" size="small" />
        <span className="rc-hint-text">
          {still ? (
            <Words of="imports.pausedDetail" with={{ time: <Time at={expiresAt} show="day" /> }} />
          ) : (
            t('imports.mayLeave')
          )}
        </span>
      </p>
      <span className="rc-hidden" role="status">
        {still
          ? t('imports.paused', { count: total })
          : run.said && t('imports.reached', { done: numbers.format(run.said.rows), total: reached.total })}
      </span>
    </ImportPage>
  )
}
