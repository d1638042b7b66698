'use client'

import { RollcallProvider } from '@rollcall/react'
import { QueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { client } from './client.ts'

/** What the server has just answered is not asked again; milliseconds. */
const FRESH = 30_000

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: FRESH, retry: false } } }),
  )
  return (
    <RollcallProvider client={client} queryClient={queryClient} locale="en-GB">
      {children}
    </RollcallProvider>
  )
}
