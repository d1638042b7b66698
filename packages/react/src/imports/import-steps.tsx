import '../messages/en-GB/imports.ts'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'

const STEPS = ['file', 'columns', 'check', 'import'] as const
export type ImportStep = (typeof STEPS)[number]

const WORDS = {
  file: 'imports.stepFile',
  columns: 'imports.stepColumns',
  check: 'imports.stepCheck',
  import: 'imports.stepImport',
} as const

/** Where one is on the way of a file. */
export function ImportSteps({ current }: { current: ImportStep }) {
  const { t, locale } = useRollcall()
  const numbers = new Intl.NumberFormat(locale)
  const place = STEPS.indexOf(current)
  return (
    <ol className="rc-imports-steps" aria-label={t('imports.steps')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className="rc-imports-step"
          data-state={index < place ? 'done' : undefined}
          aria-current={step === current ? 'step' : undefined}
        >
          <span className="rc-imports-step-mark">
            {index < place ? <Icon name="check" size="small" /> : numbers.format(index + 1)}
          </span>
          <span className="rc-imports-step-name">{t(WORDS[step])}</span>
          {index < place && <span className="rc-hidden">{t('imports.stepDone')}</span>}
        </li>
      ))}
    </ol>
  )
}
