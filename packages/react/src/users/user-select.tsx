import '../messages/en-GB/resources.ts'
import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent, useEffect, useId, useState } from 'react'
import { cx } from '../ui/class-names.ts'
import { useControlled } from '../ui/controlled.ts'
import { useFieldTies } from '../ui/field.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { isAddress, type UserChoice, useUserChoices } from './user-choices-query.ts'
import { UserSelectPopup } from './user-select-popup.tsx'

/** Milliseconds of silence after which what was typed is looked for. */
const SILENCE = 200

export interface UserSelectProps
  extends Omit<
    ComponentPropsWithoutRef<'input'>,
    'value' | 'defaultValue' | 'onChange' | 'type' | 'role' | 'resource'
  > {
  /** Leave out to let the field keep it itself. */
  value?: UserChoice | null
  defaultValue?: UserChoice | null
  /** Null as soon as somebody types over the one that was chosen. */
  onChange?: (user: UserChoice | null) => void
  /** Id of a resource whose roles one may assign: people one cannot see are then found by their exact address. */
  resource?: string
  /** Offers to invite an address that nobody has. */
  onInvite?: (email: string) => void
}

/** One person out of those one may see, found by typing; a combobox whose list comes up beneath. */
export const UserSelect = forwardRef<HTMLInputElement, UserSelectProps>(function UserSelect(
  { value: given, defaultValue = null, onChange, resource, onInvite, className, onKeyDown, onBlur, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const listId = useId()
  const [value, setValue] = useControlled(given, defaultValue, onChange)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const asked = useSettled(typed.trim())
  const { data, isFetching, isError } = useUserChoices(asked, resource)
  const current = open && asked !== '' && asked === typed.trim()
  const choices = (current && data) || []
  const nobody = current && data?.length === 0
  const invites = nobody && onInvite !== undefined && isAddress(asked)
  const count = choices.length + (invites ? 1 : 0)

  function close() {
    setOpen(false)
    setActive(-1)
  }

  function choose(index: number) {
    const choice = choices[index]
    if (choice) {
      setValue(choice)
      setTyped('')
    } else {
      onInvite?.(asked)
    }
    close()
  }

  function steer(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event)
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const moves = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (moves !== 0) {
      event.preventDefault()
      setOpen(true)
      // One place more than there are options: the text itself, where nothing is chosen.
      setActive(((active + 1 + moves + count + 1) % (count + 1)) - 1)
    } else if (event.key === 'Enter' && open && active >= 0) {
      event.preventDefault()
      choose(active)
    } else if (event.key === 'Escape' && open) {
      // The dialog around it stays.
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }

  return (
    <span className="rc-user-select">
      <input
        ref={ref}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="auto"
        {...rest}
        {...useFieldTies(rest)}
        className={cx('rc-input', className)}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={count > 0}
        aria-controls={listId}
        aria-activedescendant={count > 0 && active >= 0 ? `${listId}-${active}` : undefined}
        value={value?.name ?? typed}
        onChange={({ target }) => {
          if (value) setValue(null)
          setTyped(target.value)
          setActive(-1)
          setOpen(true)
        }}
        onKeyDown={steer}
        onBlur={(event) => {
          onBlur?.(event)
          if (open) close()
        }}
      />
      {open && typed.trim() !== '' && (
        <UserSelectPopup
          id={listId}
          choices={choices}
          invite={invites ? asked : null}
          active={active}
          onChoose={choose}
          note={
            !current || isFetching
              ? t('resources.finding')
              : isError
                ? t('resources.didNotFind')
                : nobody
                  ? t('resources.noMatch')
                  : null
          }
        />
      )}
      <span className="rc-hidden" role="status">
        {choices.length > 0 && t('resources.found', { count: choices.length })}
        {nobody && t('resources.noMatch')}
      </span>
    </span>
  )
})

/** The text once nobody has typed for a moment; at once when it was emptied. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : SILENCE)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
