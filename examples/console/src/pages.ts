import type { ReactElement } from 'react'

/** Pages by their paths. A path that ends in `/` stands for all below it: its page is given the next two parts. */
export type Pages = Readonly<Record<string, ReactElement | ((part: string, next?: string) => ReactElement)>>

/** The page of that path, else the one of the longest path above it; null where there is none. */
export function pageAt(pages: Pages, path: string): ReactElement | null {
  const known = pages[path]
  if (known && typeof known !== 'function') return known
  const above = Object.keys(pages).filter((each) => each.endsWith('/') && each !== path && path.startsWith(each))
  const [nearest = '/'] = above.sort((a, b) => b.length - a.length)
  const page = pages[nearest]
  if (typeof page !== 'function') return null
  const [part = '', next] = path.slice(nearest.length).split('/').map(decodeURIComponent)
  return page(part, next)
}
