import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

/** Things beneath each other in a section, each with what can be done about it. */
export const ItemList = forwardRef<HTMLUListElement, ComponentPropsWithoutRef<'ul'>>(function ItemList(
  { className, ...rest },
  ref,
) {
  return <ul ref={ref} className={cx('rc-items', className)} {...rest} />
})

export interface ItemProps extends Omit<ComponentPropsWithoutRef<'li'>, 'title'> {
  icon?: IconName
  title: ReactNode
  /** Lets the act be named after the thing by `aria-labelledby`. */
  titleId?: string
  detail?: ReactNode
  /** At the end of the line. */
  action?: ReactNode
}

export const Item = forwardRef<HTMLLIElement, ItemProps>(function Item(
  { icon, title, titleId, detail, action, className, children, ...rest },
  ref,
) {
  return (
    <li ref={ref} className={cx('rc-item', className)} {...rest}>
      {icon && <Icon name={icon} />}
      <div className="rc-item-text">
        <p className="rc-item-title" id={titleId}>
          {title}
        </p>
        {detail && <p className="rc-item-detail">{detail}</p>}
        {children}
      </div>
      {action}
    </li>
  )
})
