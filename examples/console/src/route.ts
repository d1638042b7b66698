import { type MouseEvent, useSyncExternalStore } from 'react'

/** The path of the address bar; a host's router does the same and more. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname)
}

export function go(path: string): void {
  history.pushState(null, '', path)
  scrollTo(0, 0)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** Attributes of a link that stays inside this page; modified clicks are the browser's. */
export function linkTo(path: string) {
  return {
    href: path,
    onClick(event: MouseEvent) {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      go(path)
    },
  }
}

function subscribe(changed: () => void) {
  addEventListener('popstate', changed)
  return () => removeEventListener('popstate', changed)
}
