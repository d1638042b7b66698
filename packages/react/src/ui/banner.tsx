import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { describeProblem } from './refusal.ts'
import { useRollcall } from './rollcall-context.ts'
import { Correlation } from './state.tsx'

const ICONS = { neutral: 'info', ok: 'confirmed', wait: 'warning', danger: 'alert' } as const

export interface BannerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  tone?: keyof typeof ICONS
  icon?: IconName
  title?: ReactNode
  action?: ReactNode
}

/** A statement about what stands beneath it. */
export const Banner = forwardRef<HTMLDivElement, BannerProps>(function Banner(
  { tone = 'neutral', icon = ICONS[tone], title, action, className, children, ...rest },
  ref,
) {
  return (
    <div ref={ref} className={cx('rc-banner', className)} data-tone={tone} {...rest}>
      <Icon name={icon} />
      <div className="rc-banner-text">
        {title && <strong className="rc-banner-title">{title}</strong>}
        {children}
      </div>
      {action}
    </div>
  )
})

export interface ProblemBannerProps extends Omit<BannerProps, 'tone' | 'children'> {
  /** What was thrown; nothing is drawn without it. */
  problem: unknown
}

/** Above a form that the server refused. */
export const ProblemBanner = forwardRef<HTMLDivElement, ProblemBannerProps>(function ProblemBanner(
  { problem, title, ...rest },
  ref,
) {
  const { t } = useRollcall()
  if (!problem) return null
  return (
    <Banner ref={ref} tone="danger" role="alert" title={title ?? t('common.didNotWork')} {...rest}>
      {describeProblem(t, problem)} <Correlation error={problem} />
    </Banner>
  )
})
