import { useEffect, useState } from 'react'

/**
 * The `token` of this page's fragment, taken out of the address bar and the history at once, so that no later link,
 * screenshot or script of another kind carries it away. Null when there is none. Browser only.
 */
export function takeToken(): string | null {
  const { hash, pathname, search } = window.location
  const fragment = new URLSearchParams(hash.slice(1))
  const token = fragment.get('token')
  if (token === null) return null
  fragment.delete('token')
  const rest = fragment.toString()
  window.history.replaceState(window.history.state, '', pathname + search + (rest && `#${rest}`))
  return token || null
}

/**
 * The given token, else the one of the fragment; undefined until looked for, null when there is none. A second link
 * opened in the same tab changes the fragment alone, so that is listened to.
 */
export function useToken(given: string | undefined): string | null | undefined {
  const [taken, setTaken] = useState<string | null>()
  useEffect(() => {
    if (given !== undefined) return
    const take = () => {
      const token = takeToken()
      setTaken((known) => token ?? known ?? null)
    }
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [given])
  return given ?? taken
}
