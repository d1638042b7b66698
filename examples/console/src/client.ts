import { createClient } from '@rollcall/client'
import { QueryClient } from '@tanstack/react-query'
import { addressOf } from './route.ts'

export const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })

/** Whoever is signed in now must not see what was fetched for the one before. */
export const client = createClient({
  baseUrl: addressOf('/api/rollcall'),
  onActorChange() {
    for (const key of ['rollcall', 'host']) void queryClient.resetQueries({ queryKey: [key] })
  },
})
