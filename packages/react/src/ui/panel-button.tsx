import { type ReactNode, type RefObject, Suspense, useRef, useState } from 'react'
import type { PanelProps } from './panel.tsx'

interface PanelButtonProps {
  button: (props: {
    ref: RefObject<HTMLButtonElement | null>
    'aria-haspopup': 'dialog'
    'aria-expanded': boolean
    onClick: () => void
  }) => ReactNode
  /** Comes when it is first wanted. */
  panel: (props: PanelProps) => ReactNode
}

/** A button with a panel beneath. */
export function PanelButton({ button, panel }: PanelButtonProps) {
  const [open, setOpen] = useState(false)
  const ref = useRef<HTMLButtonElement>(null)
  return (
    <>
      {button({
        ref,
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        // Pressed again while open, the browser closes the panel.
        onClick: () => setOpen(true),
      })}
      {open && ref.current && <Suspense>{panel({ anchor: ref.current, onClose: () => setOpen(false) })}</Suspense>}
    </>
  )
}
