import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent, type ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** One `primary` a surface. */
  variant?: 'primary' | 'ghost' | 'quiet'
  tone?: 'danger'
  size?: 'small' | 'large'
  wide?: boolean
  icon?: IconName
  /** Busy with what it was pressed for: keeps focus, does nothing more. */
  pending?: boolean
}

/** `aria-disabled` refuses: it stays focusable and says why, but does nothing. See `<Refused>`. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = 'primary', tone, size, wide, icon, pending, className, children, onClick, ...rest },
  ref,
) {
  const refused = pending || isTrue(rest['aria-disabled'])
  return (
    <button
      ref={ref}
      type="button"
      className={cx('rc-button', className)}
      data-variant={variant}
      data-tone={tone}
      data-size={size}
      data-wide={wide ? 'yes' : undefined}
      {...(pending ? { 'data-state': 'pending' } : {})}
      {...rest}
      aria-disabled={refused || undefined}
      onClick={refused ? stop : onClick}
    >
      {pending ? <span className="rc-button-spinner" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
})

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'wide' | 'aria-label'> {
  icon: IconName
  /** Its name: read out, and shown on hover. */
  label: string
}

export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { icon, label, ...rest },
  ref,
) {
  return <Button ref={ref} aria-label={label} title={label} data-shape="square" icon={icon} {...rest} />
})

export interface LinkButtonProps extends ComponentPropsWithoutRef<'button'> {
  tone?: 'danger' | 'quiet'
  icon?: IconName
}

/** A button in running text or a row of small acts. */
export const LinkButton = forwardRef<HTMLButtonElement, LinkButtonProps>(function LinkButton(
  { tone, icon, className, children, onClick, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      className={cx('rc-link', className)}
      data-tone={tone}
      {...rest}
      onClick={isTrue(rest['aria-disabled']) ? stop : onClick}
    >
      {icon && <Icon name={icon} size="small" />}
      {children}
    </button>
  )
})

export interface ChipProps extends ComponentPropsWithoutRef<'button'> {
  /** Whether what it stands for is in force. */
  on?: boolean
  icon?: IconName
  /** Behind the words: a chevron when it opens something, a cross when it clears. */
  endIcon?: IconName
  children: ReactNode
}

export const Chip = forwardRef<HTMLButtonElement, ChipProps>(function Chip(
  { on, icon, endIcon, className, children, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      className={cx('rc-chip', className)}
      {...rest}
      {...(on ? { 'data-state': 'on' } : {})}
    >
      {icon && <Icon name={icon} size="small" />}
      {children}
      {endIcon && <Icon name={endIcon} size="small" />}
    </button>
  )
})

/** Keeps a refused control from acting: no submit, no tick, no parent's click. */
export function stop(event: MouseEvent<HTMLElement>) {
  event.preventDefault()
  event.stopPropagation()
}

export function isTrue(aria: boolean | 'true' | 'false' | undefined): boolean {
  return aria === true || aria === 'true'
}
