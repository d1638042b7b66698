import type { ReactNode } from 'react'
import type { Look } from './look.ts'

export interface FootProps {
  look: Look
  onLook: (change: Partial<Look>) => void
  /** What the demo shows beside the product. */
  children: ReactNode
}

/** Below every page: the demo's own tools and the reader's wishes. */
export function Foot({ look, onLook, children }: FootProps) {
  return (
    <footer className="host-foot">
      <p>{children}</p>
      <label>
        Theme
        <select value={look.theme} onChange={({ target }) => onLook({ theme: target.value as Look['theme'] })}>
          <option value="system">As the system</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </label>
      <label>
        Rollcall’s language
        <select value={look.language} onChange={({ target }) => onLook({ language: target.value as Look['language'] })}>
          <option value="en-GB">English</option>
          <option value="de">Deutsch</option>
        </select>
      </label>
    </footer>
  )
}
