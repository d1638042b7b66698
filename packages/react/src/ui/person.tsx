import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { Bidi } from './bidi.tsx'
import { cx } from './class-names.ts'
import { initials } from './initials.ts'

export interface AvatarProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** Name or address; hidden from assistive technology, because it always stands beside. */
  name: string
  size?: 'large'
}

export const Avatar = forwardRef<HTMLSpanElement, AvatarProps>(function Avatar(
  { name, size, className, ...rest },
  ref,
) {
  return (
    <span ref={ref} className={cx('rc-avatar', className)} data-size={size} aria-hidden="true" {...rest}>
      {initials(name)}
    </span>
  )
})

export interface PersonProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Display name, or the address of somebody who has none yet. */
  name: string
  /** Beneath: address, or who invited them. */
  detail?: ReactNode
  /** In place of the plain name, a link or button that carries it. */
  children?: ReactNode
}

export const Person = forwardRef<HTMLDivElement, PersonProps>(function Person(
  { name, detail, children, className, ...rest },
  ref,
) {
  return (
    <div ref={ref} className={cx('rc-person', className)} {...rest}>
      <Avatar name={name} />
      <span className="rc-person-text">
        <span className="rc-person-name">{children ?? <Bidi>{name}</Bidi>}</span>
        {detail && (
          <span className="rc-person-detail">{typeof detail === 'string' ? <Bidi>{detail}</Bidi> : detail}</span>
        )}
      </span>
    </div>
  )
})
