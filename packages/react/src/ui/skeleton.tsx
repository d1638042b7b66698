import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { cx } from './class-names.ts'

export interface SkeletonProps extends ComponentPropsWithoutRef<'span'> {
  /** Of what will stand here, `"60%"` or `"120px"`. */
  width?: string
  shape?: 'circle' | 'badge'
}

/** Holds the place of something on its way; seen after 150 ms. Mark what contains it `aria-busy`. */
export const Skeleton = forwardRef<HTMLSpanElement, SkeletonProps>(function Skeleton(
  { width, shape, className, style, ...rest },
  ref,
) {
  return (
    <span
      ref={ref}
      className={cx('rc-skeleton', className)}
      data-shape={shape}
      aria-hidden="true"
      style={width ? { inlineSize: width, ...style } : style}
      {...rest}
    />
  )
})
