import type { RollcallClient } from '@rollcall/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type User, usersKey } from './users-query.ts'

/** Somebody who can be chosen, with the version to give them a role by; their roles where one sees them. */
export type UserChoice = Awaited<ReturnType<RollcallClient['users']['findUser']>> & Partial<Pick<User, 'grants'>>

const MOST = 8

/**
 * The first few people one may see whose name or address holds the text. Given a resource one manages, whoever has
 * exactly that address is found too, seen or not.
 */
function userChoicesQuery(client: RollcallClient, text: string, resource: string | undefined) {
  return queryOptions({
    queryKey: [...usersKey, 'choices', text, resource],
    async queryFn({ signal }): Promise<readonly UserChoice[]> {
      const { items } = await client.users.listUsers({ q: text, sort: 'name', limit: 50 }, { signal })
      if (items.length > 0 || resource === undefined || !isAddress(text)) return items.slice(0, MOST)
      try {
        return [await client.users.findUser({ email: text, resource }, { signal })]
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'not-found') return []
        throw error
      }
    },
  })
}

/** Nothing is asked for while the text is empty. */
export function useUserChoices(text: string, resource: string | undefined) {
  return useQuery({ ...userChoicesQuery(useRollcall().client, text, resource), enabled: text !== '' })
}

/** Enough to ask the server for it. */
export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}
