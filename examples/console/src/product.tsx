import { createClient } from '@rollcall/client'
import { RollcallProvider } from '@rollcall/react'
import { de } from '@rollcall/react/messages/de'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Look } from './look.ts'
import { addressOf } from './route.ts'

const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
/** Whoever is signed in now must not see what was fetched for the one before. */
export const client = createClient({
  baseUrl: addressOf('/api/rollcall'),
  onActorChange() {
    for (const key of ['rollcall', 'host']) void queryClient.resetQueries({ queryKey: [key] })
  },
})

/** What Rollcall's components need above them, once for all pages of a product. */
export function Product({ look, children }: { look: Look; children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <RollcallProvider
        client={client}
        queryClient={queryClient}
        locale={look.language}
        messages={{ de }}
        theme={look.theme}
      >
        {children}
      </RollcallProvider>
    </QueryClientProvider>
  )
}
