import { DismissableLayer } from '@radix-ui/react-dismissable-layer'
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { matchOf } from './menu-match.ts'
import { placeOf } from './menu-place.ts'
import { useRollcall } from './rollcall-context.ts'

interface MenuProps {
  /** What was pressed, with an id: the menu is named after it, opens beside it and gives the focus back to it. */
  button: HTMLElement
  onClose: () => void
  children: ReactNode
}

/** A menu of acts; on a phone it comes up from the bottom edge. */
export function Menu({ button, onClose, children }: MenuProps) {
  const { portal, dir } = useRollcall()
  const menu = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const [byKeyboard] = useState(() => button.matches(':focus-visible'))

  useEffect(() => {
    const first = byKeyboard ? itemsOf(menu.current)[0] : undefined
    const target = first ?? menu.current
    target?.focus({ preventScroll: true })
  }, [byKeyboard])

  // The table scrolls, sorts and grows beneath an open menu; no event tells of every move of the button.
  useLayoutEffect(() => {
    let frame = 0
    const follow = () => {
      if (menu.current) place(menu.current, button, dir)
      frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [button, dir])

  const close = () => {
    if (menu.current?.contains(document.activeElement)) button.focus()
    onClose()
  }
  /** In the same breath as the item acts: a dialog that it opens gives the focus back to the button. */
  const closeAfter = ({ target }: MouseEvent) => {
    if (itemOf(target)?.matches(':not([aria-disabled])')) close()
  }
  const hover = ({ target, currentTarget, pointerType }: PointerEvent<HTMLElement>) => {
    if (pointerType === 'mouse') (itemOf(target) ?? currentTarget).focus({ preventScroll: true })
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { key, timeStamp } = event
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const items = itemsOf(event.currentTarget)
    const at = items.indexOf(event.target as HTMLElement)
    const last = items.length - 1
    const before = timeStamp - typed.current.at < 1000 ? typed.current.text : ''
    if (key === 'Enter' || (key === ' ' && before === '')) items[at]?.click()
    else if (key === 'ArrowDown') items[Math.min(at + 1, last)]?.focus()
    else if (key === 'ArrowUp') items[at < 0 ? last : Math.max(at - 1, 0)]?.focus()
    else if (key === 'Home' || key === 'PageUp') items[0]?.focus()
    else if (key === 'End' || key === 'PageDown') items[last]?.focus()
    else if (key.length === 1) {
      typed.current = { text: before + key, at: timeStamp }
      const names = items.map((item) => item.textContent ?? '')
      items[matchOf(names, before + key, at)]?.focus()
    } else if (key !== 'Tab') return
    event.preventDefault()
  }

  if (!portal) return null
  return createPortal(
    <div className="rc-menu-place">
      <DismissableLayer
        ref={menu}
        className="rc-menu"
        role="menu"
        tabIndex={0}
        aria-labelledby={button.id}
        aria-orientation="vertical"
        onClick={closeAfter}
        onKeyDown={press}
        onPointerMove={hover}
        onPointerLeave={({ currentTarget, pointerType }) => pointerType === 'mouse' && currentTarget.focus()}
        // A second press of the button is the button's own to answer.
        onInteractOutside={(event) => button.contains(event.target as Element) && event.preventDefault()}
        onDismiss={close}
      >
        {children}
      </DismissableLayer>
    </div>,
    portal,
  )
}

export interface MenuItemProps extends Omit<ComponentPropsWithoutRef<'div'>, 'onSelect'> {
  icon: IconName
  tone?: 'danger'
  /** Why not: the item stays, can be reached, and says so beneath. */
  reason?: ReactNode
  onSelect: () => void
}

export const MenuItem = forwardRef<HTMLDivElement, MenuItemProps>(function MenuItem(
  { icon, tone, reason, onSelect, className, children, ...rest },
  ref,
) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the menu hears the keys of all its items.
    <div
      ref={ref}
      className={cx('rc-menu-item', className)}
      role="menuitem"
      tabIndex={-1}
      data-tone={tone}
      {...rest}
      aria-disabled={reason ? true : undefined}
      onClick={reason ? undefined : onSelect}
    >
      <Icon name={icon} />
      <span className="rc-menu-label">{children}</span>
      {reason && <span className="rc-menu-reason">{reason}</span>}
    </div>
  )
})

const ITEM = '[role="menuitem"]'
const itemsOf = (menu: Element | null) => Array.from(menu?.querySelectorAll<HTMLElement>(ITEM) ?? [])
const itemOf = (target: EventTarget) => (target as Element).closest<HTMLElement>(ITEM)

/** By custom properties, which the style sheet leaves aside on a phone. */
function place(menu: HTMLElement, button: HTMLElement, dir: 'ltr' | 'rtl') {
  const { clientWidth, clientHeight } = document.documentElement
  const size = { width: menu.offsetWidth, height: menu.scrollHeight + menu.offsetHeight - menu.clientHeight }
  const { x, y, room } = placeOf(button.getBoundingClientRect(), size, { clientWidth, clientHeight, dir })
  menu.style.setProperty('--rc-menu-x', `${x}px`)
  menu.style.setProperty('--rc-menu-y', `${y}px`)
  menu.style.setProperty('--rc-menu-room', `${room}px`)
}
