import { useEffect, useId, useRef, useState } from 'react'
import { type AdminPart, useOpenParts } from '../admin.tsx'
import { linkTo } from '../route.ts'

const PARTS: readonly AdminPart[] = [
  { path: '/admin/users', name: 'System Users', right: 'users.read' },
  { path: '/admin/roles', name: 'Roles', right: 'access.readRoles' },
  { path: '/admin/groups', name: 'Groups', right: 'groups.read' },
  { path: '/admin/audit', name: 'Audit', right: 'audit.read' },
]

/** A button that opens the links to the administration. Absent for whoever may open none of them. */
export function AdminMenu({ path }: { path: string }) {
  const parts = useOpenParts(PARTS)
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      const inside = event.target instanceof Node && menu.current?.contains(event.target)
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !inside) setOpen(false)
    }
    const events = ['pointerdown', 'focusin', 'keydown']
    for (const name of events) document.addEventListener(name, leave)
    return () => {
      for (const name of events) document.removeEventListener(name, leave)
    }
  }, [open])

  if (parts.length === 0) return null
  return (
    <div ref={menu} className="host-menu">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-current={path.startsWith('/admin') ? 'true' : undefined}
        onClick={() => setOpen(!open)}
      >
        Admin
      </button>
      <ul id={id} hidden={!open}>
        {parts.map((part) => (
          <li key={part.path}>
            <a {...linkTo(part.path)} aria-current={path.startsWith(part.path) ? 'page' : undefined}>
              {part.name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
