'use client'

import type { RollcallClient } from '@rollcall/client'
import { meQuery, userQuery, usersCountQuery, usersQuery } from '@rollcall/react/users'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { client } from './client.ts'

type Answer<S extends keyof RollcallClient, V extends keyof RollcallClient[S]> = RollcallClient[S][V] extends (
  ...input: never[]
) => Promise<infer Value>
  ? Value
  : never

interface Answers {
  readonly policy: Answer<'system', 'getPolicy'>
  readonly me?: Answer<'users', 'getMe'>
  /** The first fifty people by name, as the table asks for them. */
  readonly page?: Answer<'users', 'listUsers'>
  readonly count?: Answer<'users', 'countUsers'>
  readonly user?: Answer<'users', 'getUser'>
}

/** What the server has asked already: the kit's components find it in place of loading, in the very first HTML. */
export function Known({ answers, children }: { answers: Answers; children: ReactNode }) {
  const state = useMemo(() => {
    const { policy, me, page, count, user } = answers
    const queries = new QueryClient()
    queries.setQueryData(['rollcall', 'policy'], policy)
    if (me) queries.setQueryData(meQuery(client).queryKey, me)
    if (page) queries.setQueryData(usersQuery(client, { sort: 'name', limit: 50 }).queryKey, page)
    if (count) queries.setQueryData(usersCountQuery(client).queryKey, count)
    if (user) queries.setQueryData(userQuery(client, user.id).queryKey, user)
    return dehydrate(queries)
  }, [answers])
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>
}
