import type { ReactNode } from 'react'
import type { IconName } from './icon.tsx'

export interface Toast {
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly tone?: 'ok' | 'danger'
  readonly icon?: IconName
  /** One act that follows from it, "Undo" where undo is real. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

export type ShownToast = Toast & { readonly id: number }

export interface ToastStore {
  readonly subscribe: (changed: () => void) => () => void
  readonly read: () => readonly ShownToast[]
  readonly show: (toast: Toast) => void
  readonly dismiss: (id: number) => void
}

/** More than these would hide the page; the oldest goes. */
const MOST = 3

export function createToastStore(): ToastStore {
  const listeners = new Set<() => void>()
  let toasts: readonly ShownToast[] = []
  let last = 0

  function set(next: readonly ShownToast[]) {
    toasts = next
    for (const changed of listeners) changed()
  }

  return {
    read: () => toasts,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    show(toast) {
      last += 1
      set([...toasts, { ...toast, id: last }].slice(-MOST))
    },
    dismiss: (id) => set(toasts.filter((toast) => toast.id !== id)),
  }
}
