import '../messages/en-GB/imports.ts'
import { type ComponentPropsWithoutRef, forwardRef, useId, useMemo, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { useControlled } from '../ui/controlled.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import type { UsersViewStore } from '../users/index.ts'
import { ImportCheck } from './import-check.tsx'
import { HeadingContext } from './import-page.tsx'
import { useMayNotImport } from './import-policy-query.ts'
import { ImportProgress } from './import-progress.tsx'
import { type Import, useImport } from './import-query.ts'
import { type ImportRun, useImportRun } from './import-run.ts'
import { ImportSummary } from './import-summary.tsx'
import { ImportUpload } from './import-upload.tsx'

export interface ImportUsersWizardProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** The import that is shown, such as one of the page's address; null before a file was checked. */
  importId?: string | null
  defaultImportId?: string | null
  /** Told when a file was checked, and with null when another one is begun. Keep it, and a reload goes on from there. */
  onImportIdChange?: (importId: string | null) => void
  /** Where it is remembered what columns become, by their headers; `localStorage` unless given. */
  viewStore?: UsersViewStore
  /** Offers "Done" when the import is finished, to lead on. */
  onDone?: () => void
}

/**
 * The way of a file of people: chosen, its columns named, every row judged, applied. What was checked is kept by the
 * server for a day; leaving changes nothing about it. `data-state` is `upload`, `loading`, `check`, `running`, `paused`,
 * `finished`, `refused`, `gone` or `error`.
 */
export const ImportUsersWizard = forwardRef<HTMLElement, ImportUsersWizardProps>(
  function ImportUsersWizard(props, ref) {
    const { importId: given, defaultImportId = null, onImportIdChange, viewStore, onDone, className, ...rest } = props
    const { t } = useRollcall()
    const heading = useId()
    const [importId, setImportId] = useControlled(given, defaultImportId, onImportIdChange)
    const run = useImportRun(importId)
    const mayNot = useMayNotImport()
    const { data, error, refetch } = useImport(importId, run.state === 'still')
    const state = mayNot ? 'refused' : importId === null ? 'upload' : stateOf(data, error, run)
    const last = useRef<string | null>(null)
    const [file, setFile] = useState<File | null>(null)
    const headings = useMemo(() => ({ id: heading, last }), [heading])
    const another = () => setImportId(null)
    const beginAnew = () => {
      setFile(null)
      another()
    }
    return (
      <section
        ref={ref}
        className={cx('rc-card rc-imports', className)}
        {...(isPage(state) ? { 'aria-labelledby': heading } : { 'aria-label': t('imports.title') })}
        aria-busy={state === 'loading'}
        data-state={state}
        {...rest}
      >
        <HeadingContext.Provider value={headings}>
          {state === 'upload' && (
            <ImportUpload file={file} onFileChange={setFile} viewStore={viewStore} onChecked={setImportId} />
          )}
          {state === 'loading' && (
            <div className="rc-imports-loading">
              <Skeleton width="280px" />
              <Skeleton width="180px" />
              <Skeleton width="100%" />
            </div>
          )}
          {data && state === 'check' && <ImportCheck about={data} onBack={another} onApply={run.start} />}
          {data && (state === 'running' || state === 'paused') && <ImportProgress about={data} run={run} />}
          {data && state === 'finished' && <ImportSummary about={data} onAnother={beginAnew} onDone={onDone} />}
          {state === 'refused' && (
            <EmptyState icon="shield" title={t('imports.mayNot')}>
              {mayNot ? t('reasons.no-right') : describeProblem(t, error)}
            </EmptyState>
          )}
          {state === 'gone' && (
            <EmptyState
              icon="file"
              title={t('imports.notThere')}
              action={<Button onClick={beginAnew}>{t('imports.another')}</Button>}
            >
              {t('imports.notThereDetail')}
            </EmptyState>
          )}
          {state === 'error' && <ErrorState title={t('imports.didNotLoad')} error={error} onRetry={refetch} />}
        </HeadingContext.Provider>
      </section>
    )
  },
)

function stateOf(about: Import | undefined, error: unknown, run: ImportRun) {
  const code = asRefusal(error)?.code
  if (code === 'not-found') return 'gone'
  if (code === 'not-allowed') return 'refused'
  if (!about) return error ? 'error' : 'loading'
  const { counts, state } = about
  // A file that changes nothing is at its end at once; its rows still say why.
  if (counts.create + counts.update === 0) return 'check'
  if (state === 'finished') return 'finished'
  if (run.state !== 'still') return 'running'
  return state === 'applying' || run.problem ? 'paused' : 'check'
}

function isPage(state: string): boolean {
  return ['upload', 'check', 'running', 'paused', 'finished'].includes(state)
}
