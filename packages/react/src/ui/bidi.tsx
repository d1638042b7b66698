import { type ComponentPropsWithoutRef, Fragment, forwardRef } from 'react'
import { cx } from './class-names.ts'

export interface BidiProps extends Omit<ComponentPropsWithoutRef<'bdi'>, 'children'> {
  children: string
}

/** A name or address of unknown direction; an address may break behind its @. */
export const Bidi = forwardRef<HTMLElement, BidiProps>(function Bidi({ children, className, ...rest }, ref) {
  return (
    <bdi ref={ref} className={cx('rc-bidi', className)} {...rest}>
      {children.split(/(?<=@)/).map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one string have no other identity.
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </bdi>
  )
})
