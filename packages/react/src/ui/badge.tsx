import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { useRollcall } from './rollcall-context.ts'

interface BadgeLook {
  tone: 'ok' | 'wait' | 'danger' | 'idle' | 'muted' | 'info'
  /** Tint alone says nothing to many people. */
  icon: IconName
}

export interface BadgeProps extends ComponentPropsWithoutRef<'span'>, BadgeLook {}

export const Badge = forwardRef<HTMLSpanElement, BadgeProps>(function Badge(
  { tone, icon, className, children, ...rest },
  ref,
) {
  return (
    <span ref={ref} className={cx('rc-badge', className)} data-tone={tone} {...rest}>
      <Icon name={icon} size="small" />
      {children}
    </span>
  )
})

export interface BadgeButtonProps extends ComponentPropsWithoutRef<'button'>, BadgeLook {}

/** A badge that acts: the red lock opens the unlock dialog. */
export const BadgeButton = forwardRef<HTMLButtonElement, BadgeButtonProps>(function BadgeButton(
  { tone, icon, className, children, ...rest },
  ref,
) {
  return (
    <button ref={ref} type="button" className={cx('rc-badge', className)} data-tone={tone} {...rest}>
      <Icon name={icon} size="small" />
      {children}
    </button>
  )
})

export interface TagProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  children: string
  tone?: 'danger'
  icon?: IconName
  onRemove?: () => void
}

/** A value among others: an address typed, a source of a grant. */
export const Tag = forwardRef<HTMLSpanElement, TagProps>(function Tag(
  { tone, icon, onRemove, className, children, ...rest },
  ref,
) {
  const { t } = useRollcall()
  return (
    <span ref={ref} className={cx('rc-tag', className)} data-tone={tone} {...rest}>
      {icon && <Icon name={icon} size="small" />}
      <bdi className="rc-bidi">{children}</bdi>
      {onRemove && (
        <button
          type="button"
          className="rc-tag-remove"
          aria-label={t('common.remove', { name: children })}
          onClick={onRemove}
        >
          <Icon name="close" size="small" />
        </button>
      )}
    </span>
  )
})
