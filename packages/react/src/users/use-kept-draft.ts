import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Changes } from './use-draft.ts'

const NOTHING: Changes = {}

/**
 * A draft that outlives the dialog it was typed in. It stands among what was fetched in the session, so that signing out
 * and acting as somebody else forget it too.
 */
export function useKeptDraft(name: string) {
  const queries = useQueryClient()
  return useMemo(() => {
    const queryKey = ['rollcall', 'draft', name]
    const drop = () => queries.removeQueries({ queryKey, exact: true })
    return {
      drop,
      read: () => queries.getQueryData<Changes>(queryKey) ?? NOTHING,
      write(changes: Changes) {
        if (Object.keys(changes).length === 0) return drop()
        queries.setQueryDefaults(queryKey, { gcTime: Infinity })
        queries.setQueryData(queryKey, changes)
      },
    }
  }, [queries, name])
}
