import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { IconButton } from './button.tsx'
import { cx } from './class-names.ts'
import { useFieldTies } from './field.tsx'
import { Icon } from './icon.tsx'
import { useRollcall } from './rollcall-context.ts'

export const Input = forwardRef<HTMLInputElement, ComponentPropsWithoutRef<'input'>>(function Input(
  { className, ...rest },
  ref,
) {
  return <input ref={ref} className={cx('rc-input', className)} {...rest} {...useFieldTies(rest)} />
})

/** Say `autoComplete`: `current-password` or `new-password`. */
export const PasswordInput = forwardRef<HTMLInputElement, Omit<ComponentPropsWithoutRef<'input'>, 'type'>>(
  function PasswordInput({ className, ...rest }, ref) {
    const { t } = useRollcall()
    const [shown, setShown] = useState(false)
    return (
      <span className="rc-password">
        <input
          ref={ref}
          className={cx('rc-input', className)}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...rest}
          {...useFieldTies(rest)}
          type={shown ? 'text' : 'password'}
        />
        <IconButton
          icon={shown ? 'eye-off' : 'eye'}
          label={t(shown ? 'common.hidePassword' : 'common.showPassword')}
          variant="quiet"
          size="small"
          onClick={() => setShown(!shown)}
        />
      </span>
    )
  },
)

export const Textarea = forwardRef<HTMLTextAreaElement, ComponentPropsWithoutRef<'textarea'>>(function Textarea(
  { className, ...rest },
  ref,
) {
  return <textarea ref={ref} className={cx('rc-input', className)} rows={3} {...rest} {...useFieldTies(rest)} />
})

/** The browser's own select. */
export const Select = forwardRef<HTMLSelectElement, ComponentPropsWithoutRef<'select'>>(function Select(
  { className, ...rest },
  ref,
) {
  return (
    <span className="rc-select">
      <select ref={ref} className={cx('rc-input', className)} {...rest} {...useFieldTies(rest)} />
      <Icon name="down" size="small" />
    </span>
  )
})

export interface SearchInputProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type'> {
  label: string
  /** The key that jumps here, where there is one. */
  shortcut?: string
}

export const SearchInput = forwardRef<HTMLInputElement, SearchInputProps>(function SearchInput(
  { label, shortcut, className, ...rest },
  ref,
) {
  const { shortcuts } = useRollcall()
  return (
    <span className={cx('rc-search', className)}>
      <Icon name="search" />
      <input
        ref={ref}
        className="rc-search-input"
        type="search"
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts={shortcuts ? shortcut : undefined}
        {...rest}
      />
      {shortcuts && shortcut && (
        <span className="rc-kbd" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </span>
  )
})
