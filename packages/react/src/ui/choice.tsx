import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react'
import { isTrue, stop } from './button.tsx'
import { cx } from './class-names.ts'
import { Reason } from './refused.tsx'

interface ChoiceProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type'> {
  /** Without one, give `aria-label`. */
  label?: ReactNode
  hint?: ReactNode
  /** Why it cannot be switched; it stays focusable. */
  reason?: ReactNode
}

export interface CheckboxProps extends ChoiceProps {
  /** Some of what it stands for is ticked. */
  indeterminate?: boolean
}

export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  { indeterminate = false, className, ...rest },
  ref,
) {
  const input = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => input.current as HTMLInputElement)
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate
  }, [indeterminate])
  return <Choice ref={input} className={cx('rc-checkbox', className)} {...rest} />
})

/** One of several; give all of them the same `name`. */
export const Radio = forwardRef<HTMLInputElement, ChoiceProps>(function Radio({ className, ...rest }, ref) {
  return <Choice ref={ref} className={cx('rc-checkbox', className)} type="radio" data-shape="circle" {...rest} />
})

/** For what takes effect at once. */
export const Switch = forwardRef<HTMLInputElement, ChoiceProps>(function Switch({ className, ...rest }, ref) {
  return <Choice ref={ref} className={cx('rc-switch', className)} role="switch" {...rest} />
})

const Choice = forwardRef<HTMLInputElement, ChoiceProps & { type?: 'radio' }>(function Choice(props, ref) {
  const { label, hint, reason, type = 'checkbox', onClick, onChange, ...rest } = props
  const own = useId()
  const id = rest.id ?? own
  const refused = Boolean(reason) || isTrue(rest['aria-disabled'])
  const described = [rest['aria-describedby'], hint && `${id}-hint`, reason && `${id}-reason`].filter(Boolean).join(' ')
  const input = (
    <input
      ref={ref}
      {...rest}
      type={type}
      id={id}
      aria-disabled={refused || undefined}
      aria-describedby={described || undefined}
      onClick={refused ? stop : onClick}
      // React tells of a change that the click's handler prevents.
      onChange={refused ? stay : onChange}
    />
  )
  if (!label) return input
  return (
    <div className="rc-choice">
      {input}
      <div className="rc-choice-text">
        <label className="rc-choice-label" htmlFor={id}>
          {label}
        </label>
        {hint && (
          <span className="rc-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        {reason && <Reason id={`${id}-reason`}>{reason}</Reason>}
      </div>
    </div>
  )
})

function stay() {}
