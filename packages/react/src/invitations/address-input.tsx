import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent } from 'react'
import { Tag } from '../ui/badge.tsx'
import { cx } from '../ui/class-names.ts'
import { useFieldTies } from '../ui/field.tsx'
import { hasSeparator, withAddresses } from './addresses.ts'

export interface AddressInputProps extends Omit<ComponentPropsWithoutRef<'input'>, 'value' | 'onChange' | 'type'> {
  /** Finished addresses. */
  addresses: readonly string[]
  /** What is being typed behind them. */
  text: string
  onChange: (addresses: readonly string[], text: string) => void
  isWrong: (address: string) => boolean
}

/** Addresses as removable tags, each finished by comma, space or Enter; Backspace takes up the last again. */
export const AddressInput = forwardRef<HTMLInputElement, AddressInputProps>(function AddressInput(
  { addresses, text, onChange, isWrong, className, onKeyDown, ...rest },
  ref,
) {
  const finish = (typed: string) => onChange(withAddresses(addresses, typed), '')

  function press(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event)
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault()
      finish(text)
    } else if (event.key === 'Backspace' && text === '' && addresses.length > 0) {
      event.preventDefault()
      onChange(addresses.slice(0, -1), addresses.at(-1) ?? '')
    }
  }

  return (
    <span className="rc-input rc-addresses">
      {addresses.map((address) => (
        <Tag
          key={address}
          onRemove={() =>
            onChange(
              addresses.filter((one) => one !== address),
              text,
            )
          }
          {...(isWrong(address) ? { tone: 'danger' as const } : {})}
        >
          {address}
        </Tag>
      ))}
      <input
        ref={ref}
        className={cx('rc-addresses-input', className)}
        type="text"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...rest}
        {...useFieldTies(rest)}
        value={text}
        onChange={({ target: { value } }) => (hasSeparator(value) ? finish(value) : onChange(addresses, value))}
        onKeyDown={press}
      />
    </span>
  )
})
