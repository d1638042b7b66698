import * as Radix from '@radix-ui/react-dropdown-menu'
import { type ComponentPropsWithoutRef, forwardRef, type ReactElement, type ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { useRollcall } from './rollcall-context.ts'

export interface MenuProps extends ComponentPropsWithoutRef<'div'> {
  /** One button of the kit. */
  trigger: ReactElement
  align?: 'start' | 'end'
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** A menu of acts; on a phone it comes up from the bottom edge. */
export const Menu = forwardRef<HTMLDivElement, MenuProps>(
  ({ trigger, align = 'end', open, onOpenChange, className, children, dir: _, ...rest }, ref) => {
    const { portal, dir } = useRollcall()
    return (
      <Radix.Root
        modal={false}
        dir={dir}
        {...(open === undefined ? {} : { open })}
        {...(onOpenChange ? { onOpenChange } : {})}
      >
        <Radix.Trigger asChild>{trigger}</Radix.Trigger>
        <Radix.Portal container={portal}>
          <Radix.Content
            ref={ref}
            className={cx('rc-menu', className)}
            align={align}
            sideOffset={6}
            collisionPadding={8}
            {...rest}
          >
            {children}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    )
  },
)
Menu.displayName = 'Menu'

export interface MenuItemProps extends Omit<ComponentPropsWithoutRef<'div'>, 'onSelect'> {
  icon: IconName
  tone?: 'danger'
  /** Why not: the item stays, can be reached, and says so beneath. */
  reason?: ReactNode
  onSelect: () => void
}

export const MenuItem = forwardRef<HTMLDivElement, MenuItemProps>(
  ({ icon, tone, reason, onSelect, className, children, ...rest }, ref) => (
    <Radix.Item
      ref={ref}
      className={cx('rc-menu-item', className)}
      data-tone={tone}
      {...rest}
      {...(reason ? { 'aria-disabled': true } : {})}
      onSelect={(event) => (reason ? event.preventDefault() : onSelect())}
    >
      <Icon name={icon} />
      <span className="rc-menu-label">{children}</span>
      {reason && <span className="rc-menu-reason">{reason}</span>}
    </Radix.Item>
  ),
)
MenuItem.displayName = 'MenuItem'
