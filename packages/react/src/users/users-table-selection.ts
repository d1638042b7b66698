import { useCallback, useRef, useState } from 'react'
import type { User } from './users-query.ts'

const NOBODY: ReadonlyMap<string, User> = new Map()

/**
 * Who is selected, across pages and sorts. Narrowing the list otherwise (`question`) begins anew: nobody is acted on
 * whom one did not see in the list one looks at.
 */
export function useSelection(page: readonly User[], question: string) {
  const [kept, setKept] = useState({ question, users: NOBODY })
  const users = kept.question === question ? kept.users : NOBODY
  const anchor = useRef<string | null>(null)
  const latest = useRef({ page, question, users })
  latest.current = { page, question, users }

  const set = useCallback((changed: readonly User[], on: boolean) => {
    const next = new Map(latest.current.users)
    for (const user of changed) on ? next.set(user.id, user) : next.delete(user.id)
    setKept({ question: latest.current.question, users: next })
  }, [])

  /** With `range`, everybody from the one before to this one. */
  const select = useCallback(
    (user: User, on: boolean, range: boolean) => {
      const { page } = latest.current
      const from = range ? page.findIndex(({ id }) => id === anchor.current) : -1
      const to = page.findIndex(({ id }) => id === user.id)
      anchor.current = user.id
      set(from < 0 ? [user] : page.slice(Math.min(from, to), Math.max(from, to) + 1), on)
    },
    [set],
  )

  const seen = page.filter(({ id }) => users.has(id))
  return {
    /** As the list tells of them now, where they are on this page. */
    selected: [...users.values()].map((user) => page.find(({ id }) => id === user.id) ?? user),
    has: (id: string) => users.has(id),
    select,
    selectPage: (on: boolean) => set(page, on),
    all: page.length > 0 && seen.length === page.length,
    some: seen.length > 0 && seen.length < page.length,
    clear: () => setKept({ question, users: NOBODY }),
  }
}
