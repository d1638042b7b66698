import {
  type ComponentPropsWithoutRef,
  cloneElement,
  forwardRef,
  type ReactElement,
  type ReactNode,
  useId,
} from 'react'
import { cx } from './class-names.ts'
import { Icon } from './icon.tsx'

interface Refusable {
  'aria-disabled'?: boolean | 'true' | 'false' | undefined
  'aria-describedby'?: string | undefined
}

export interface RefusedProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Why not, as a sentence; nothing is refused without one. */
  reason: ReactNode
  /** One button, checkbox or switch of the kit. It stays where it is and can be focused, so that the reason is found. */
  children: ReactElement<Refusable>
}

/** A control that the server would refuse, with the reason beneath. */
export const Refused = forwardRef<HTMLDivElement, RefusedProps>(function Refused(
  { reason, children, className, ...rest },
  ref,
) {
  const id = useId()
  return (
    <div ref={ref} className={cx('rc-refused', className)} {...rest}>
      {cloneElement(children, reason ? { 'aria-disabled': true, 'aria-describedby': id } : {})}
      {reason && <Reason id={id}>{reason}</Reason>}
    </div>
  )
})

/** The sentence alone, for a control that stands elsewhere and points here by `aria-describedby`. */
export const Reason = forwardRef<HTMLSpanElement, ComponentPropsWithoutRef<'span'>>(function Reason(
  { className, children, ...rest },
  ref,
) {
  return (
    <span ref={ref} className={cx('rc-reason', className)} {...rest}>
      <Icon name="shield" size="small" />
      <span className="rc-reason-text">{children}</span>
    </span>
  )
})
