import type { RollcallClient } from '@rollcall/client'
import { createContext, useContext } from 'react'
import type { Translate, TranslateParts } from '../messages/translate.ts'
import type { Clock } from './clock.ts'
import type { ToastStore } from './toast-store.ts'

export interface Rollcall {
  readonly client: RollcallClient
  /** The language the page is really in; every format uses it. */
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  /** IANA name; undefined means the browser's own. */
  readonly timeZone: string | undefined
  readonly clock: Clock
  readonly t: Translate
  /** Sentences with nodes in them; see `<Words>`. */
  readonly parts: TranslateParts
  /** Where dialogs and menus are put, inside theme, direction and language; null before the first effect. */
  readonly portal: HTMLElement | null
  readonly toasts: ToastStore
  /** Whether single-key shortcuts may listen (WCAG 2.1.4). */
  readonly shortcuts: boolean
}

export const RollcallContext = createContext<Rollcall | null>(null)

/** What the nearest `RollcallProvider` gives. Throws outside of one. */
export function useRollcall(): Rollcall {
  const rollcall = useContext(RollcallContext)
  if (!rollcall) throw new Error('Rollcall components need a <RollcallProvider> above them.')
  return rollcall
}
