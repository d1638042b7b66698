import { type ComponentPropsWithoutRef, createContext, forwardRef, type ReactNode, useContext, useId } from 'react'
import { cx } from './class-names.ts'
import { Icon } from './icon.tsx'
import { useRollcall } from './rollcall-context.ts'

interface ControlTies {
  id: string
  describedBy: string | undefined
  invalid: boolean
  required: boolean
}

const ControlContext = createContext<ControlTies | null>(null)

export interface FieldProps extends ComponentPropsWithoutRef<'div'> {
  label: ReactNode
  /** Marks the label and the control; of required and optional say the rarer one. */
  required?: boolean
  /** True for the word "optional", or the words that stand there. */
  optional?: boolean | string
  hint?: ReactNode
  /** What is wrong and what to do; takes the place of the hint. */
  error?: ReactNode
  /** At the end of the label's line, "Forgot your password?". */
  aside?: ReactNode
  size?: 'large'
  /** One control of the kit; label, hint and error are tied to it. */
  children: ReactNode
}

export const Field = forwardRef<HTMLDivElement, FieldProps>(function Field(
  { label, required = false, optional, hint, error, aside, size, className, children, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const id = useId()
  const note = `${id}-note`
  const ties = { id, describedBy: error || hint ? note : undefined, invalid: Boolean(error), required }
  return (
    <div ref={ref} className={cx('rc-field', className)} data-size={size} {...rest}>
      <div className="rc-field-head">
        <label className="rc-label" htmlFor={id}>
          {label}
          {required && (
            <span className="rc-label-required" aria-hidden="true">
              {' *'}
            </span>
          )}
          {optional && (
            <span className="rc-label-optional"> {optional === true ? t('common.optional') : optional}</span>
          )}
        </label>
        {aside}
      </div>
      <ControlContext.Provider value={ties}>{children}</ControlContext.Provider>
      {error ? (
        <p className="rc-error" id={note}>
          <Icon name="alert" size="small" />
          <span className="rc-error-text">{error}</span>
        </p>
      ) : (
        hint && (
          <p className="rc-hint" id={note}>
            {hint}
          </p>
        )
      )}
    </div>
  )
})

interface TiedProps {
  id?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: ComponentPropsWithoutRef<'input'>['aria-invalid']
  required?: boolean | undefined
}

/** Attributes that tie a control to the `Field` around it, whose id it takes; for a slice's own kinds of control. */
export function useFieldTies(own: TiedProps) {
  const field = useContext(ControlContext)
  const described = [own['aria-describedby'], field?.describedBy].filter(Boolean).join(' ')
  return {
    id: field?.id ?? own.id,
    'aria-describedby': described || undefined,
    'aria-invalid': own['aria-invalid'] ?? (field?.invalid || undefined),
    required: own.required ?? field?.required,
  }
}
