import { useId } from 'react'
import { IconButton, type IconButtonProps } from './button.tsx'

interface MenuButtonProps extends Pick<IconButtonProps, 'label' | 'className' | 'onFocus' | 'onPointerEnter'> {
  /** Opens the menu beside the button, or closes it. */
  onToggle: (button: HTMLElement) => void
}

/** The button of a row's menu: a press, Enter, Space and the arrow down open it. */
export function MenuButton({ onToggle, ...rest }: MenuButtonProps) {
  return (
    <IconButton
      id={useId()}
      icon="dots"
      variant="quiet"
      size="small"
      aria-haspopup="menu"
      {...rest}
      onClick={({ currentTarget }) => onToggle(currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        onToggle(event.currentTarget)
      }}
    />
  )
}
