import type { ReactNode } from 'react'
import { linkTo } from './route.ts'

interface MissingProps {
  title: string
  /** The page to go to instead. */
  to: string
  words: string
  children: ReactNode
}

/** In place of what is not there, or not there for this reader. */
export function Missing({ title, to, words, children }: MissingProps) {
  return (
    <section className="host-page">
      <h1>{title}</h1>
      <p className="host-lead">{children}</p>
      <a {...linkTo(to)}>{words}</a>
    </section>
  )
}
