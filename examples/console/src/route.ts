import { type MouseEvent, useSyncExternalStore } from 'react'

/** The product one is in, as the first part of the path says; empty on the front page. */
export const base = /^\/[^/]+/.exec(location.pathname)?.[0] ?? ''

/** The path below the product's; a host's router does the same and more. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname.slice(base.length) || '/')
}

/** The address of a page of this product. */
export const addressOf = (path: string) => base + path

export function go(path: string): void {
  history.pushState(null, '', addressOf(path))
  scrollTo(0, 0)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** Attributes of a link that stays inside this product; modified clicks are the browser's. */
export function linkTo(path: string) {
  return {
    href: addressOf(path),
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
