import '../messages/en-GB/accounts.ts'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { AccountStep } from './account-form.ts'

const WORDS = { details: 'accounts.stepDetails', apps: 'accounts.stepApps', summary: 'accounts.stepSummary' } as const

interface AccountStepsProps {
  steps: readonly AccountStep[]
  current: AccountStep
}

/** Where one is among the pages. */
export function AccountSteps({ steps, current }: AccountStepsProps) {
  const { t, locale } = useRollcall()
  const numbers = new Intl.NumberFormat(locale)
  const place = steps.indexOf(current)
  return (
    <ol className="rc-steps" aria-label={t('accounts.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className="rc-step"
          data-state={index < place ? 'done' : undefined}
          aria-current={step === current ? 'step' : undefined}
        >
          <span className="rc-step-mark">
            {index < place ? <Icon name="check" size="small" /> : numbers.format(index + 1)}
          </span>
          {t(WORDS[step])}
          {index < place && <span className="rc-hidden">{t('accounts.stepDone')}</span>}
        </li>
      ))}
    </ol>
  )
}
