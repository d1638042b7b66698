import { Icon } from './icon.tsx'
import { useRollcall } from './rollcall-context.ts'

interface StepsProps {
  /** What the pages are called, in their order. */
  names: readonly string[]
  /** The place of the one that is open. */
  current: number
}

/** Where one is on a way of several pages. */
export function Steps({ names, current }: StepsProps) {
  const { t, locale } = useRollcall()
  const numbers = new Intl.NumberFormat(locale)
  return (
    <ol className="rc-steps" aria-label={t('common.steps')}>
      {names.map((name, index) => (
        <li
          key={name}
          className="rc-step"
          data-state={index < current ? 'done' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className="rc-step-mark">
            {index < current ? <Icon name="check" size="small" /> : numbers.format(index + 1)}
          </span>
          <span className="rc-step-name">{name}</span>
          {index < current && <span className="rc-hidden">{t('common.stepDone')}</span>}
        </li>
      ))}
    </ol>
  )
}
