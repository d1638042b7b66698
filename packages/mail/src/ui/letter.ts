import type { ReactNode } from 'react'
import type { Brand } from '../brand.ts'
import type { Messages } from '../messages/messages.ts'

/** What a template knows beside the data of its mail. */
export interface Setting {
  readonly words: Messages
  readonly brand: Brand
  /** The recipient's name, cleaned. */
  readonly to: string | null
  /** An instant (epoch milliseconds) as the recipient's clock and language write it. */
  readonly time: (at: number) => string
  /** "a, b and c". */
  readonly list: (items: readonly ReactNode[]) => ReactNode
}

/** What a template makes of it. */
export interface Letter {
  readonly subject: string
  /** Shown by mail programs beside the subject. */
  readonly preview: string
  readonly heading: ReactNode
  readonly body: ReactNode
  /** Why this mail came, and what to do about it. */
  readonly why: ReactNode
  /** Any link of the mail, where it has one; its host is printed at the end. */
  readonly link?: string
}
