import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

export interface PanelProps {
  /** What opened it: the panel hangs beneath, gives the focus back to it, and closes when it is pressed again. */
  anchor: HTMLButtonElement
  onClose: () => void
}

/** A sheet of controls beneath a button, above everything else; Escape or a press elsewhere closes it. */
export function Panel({ anchor, label, onClose, children }: PanelProps & { label: string; children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(() => {
    const element = panel.current
    if (!element) return
    const place = () => {
      const { left, right, bottom } = anchor.getBoundingClientRect()
      const { innerWidth, innerHeight } = window
      const width = element.offsetWidth
      // Along the side of the button where it fits, and never beyond the window.
      const wished = getComputedStyle(anchor).direction === 'rtl' ? right - width : left
      element.style.left = `${Math.max(8, Math.min(wished, innerWidth - width - 8))}px`
      element.style.top = `${bottom + 6}px`
      element.style.maxHeight = `${Math.max(200, innerHeight - bottom - 16)}px`
    }
    // Once the press that opened it is over; the browser would take it for the one that closes.
    const pressed = setTimeout(() => {
      anchor.popoverTargetElement = element
    })
    element.showPopover()
    place()
    element.querySelector<HTMLElement>('input, select, button')?.focus()
    window.addEventListener('scroll', place, { capture: true, passive: true })
    window.addEventListener('resize', place)
    return () => {
      clearTimeout(pressed)
      anchor.popoverTargetElement = null
      window.removeEventListener('scroll', place, { capture: true })
      window.removeEventListener('resize', place)
    }
  }, [anchor])

  useEffect(() => {
    const element = panel.current
    const toggled = (event: Event) => (event as ToggleEvent).newState === 'closed' && close.current()
    element?.addEventListener('toggle', toggled)
    return () => element?.removeEventListener('toggle', toggled)
  }, [])

  return (
    <div ref={panel} className="rc-panel" popover="auto" role="dialog" aria-label={label}>
      {children}
    </div>
  )
}
