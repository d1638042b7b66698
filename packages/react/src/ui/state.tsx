import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { asRefusal, describeProblem } from './refusal.ts'
import { useRollcall } from './rollcall-context.ts'

export interface EmptyStateProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  icon: IconName
  tone?: 'info' | 'danger'
  title: ReactNode
  /** The first thing to do, or the way back. */
  action?: ReactNode
}

/** Nothing here yet, or nothing that matches: what this is, and what to do. */
export const EmptyState = forwardRef<HTMLDivElement, EmptyStateProps>(function EmptyState(
  { icon, tone, title, action, className, children, ...rest },
  ref,
) {
  return (
    <div ref={ref} className={cx('rc-state', className)} {...rest}>
      <span className="rc-disc" data-tone={tone}>
        <Icon name={icon} size="large" />
      </span>
      <div className="rc-state-text">
        <p className="rc-title" data-size="small">
          {title}
        </p>
        {children && <p className="rc-state-detail">{children}</p>}
      </div>
      {action}
    </div>
  )
})

export interface ErrorStateProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** What failed: "The users did not load". */
  title?: ReactNode
  error: unknown
  onRetry?: () => unknown
}

export const ErrorState = forwardRef<HTMLDivElement, ErrorStateProps>(function ErrorState(
  { title, error, onRetry, ...rest },
  ref,
) {
  const { t } = useRollcall()
  return (
    <EmptyState
      ref={ref}
      icon="warning"
      tone="danger"
      role="alert"
      title={title ?? t('common.didNotLoad')}
      action={
        onRetry && (
          <Button variant="ghost" onClick={() => void onRetry()}>
            {t('common.retry')}
          </Button>
        )
      }
      {...rest}
    >
      {describeProblem(t, error)} <Correlation error={error} />
    </EmptyState>
  )
})

/** The number that finds this failure in the host's log. */
export function Correlation({ error }: { error: unknown }) {
  const { t } = useRollcall()
  const id = asRefusal(error)?.details.correlationId
  return id ? t('common.correlation', { id }) : null
}
