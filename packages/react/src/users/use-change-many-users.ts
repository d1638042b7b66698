import type { RollcallClient } from '@rollcall/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type User, usersKey } from './users-query.ts'

type Call = RollcallClient['users']['changeManyUsers']
type Named = Pick<User, 'id' | 'version'>
export type BulkChange = Parameters<Call>[0]['change']
export type BulkVerdict = Awaited<ReturnType<Call>>['results'][number]['verdict']
export type BulkVerdicts = ReadonlyMap<string, BulkVerdict>

/** How many are asked about in one call. */
const MOST = 200

/** How many are changed in one call: few enough to see that it goes on. */
const PORTION = 20

/** What would happen to each of them, without doing it. */
export function useBulkCheck(change: BulkChange, users: readonly User[], enabled: boolean) {
  const { client } = useRollcall()
  return useQuery({
    enabled,
    queryKey: ['rollcall', 'bulk', change, users.map(({ id, version }) => `${id}:${version}`)],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn({ signal }): Promise<BulkVerdicts> {
      const verdicts = new Map<string, BulkVerdict>()
      for (const portion of portions(users, MOST)) {
        const input = { change, users: portion.map(named), dryRun: true }
        const { results } = await client.users.changeManyUsers(input, { signal })
        for (const { userId, verdict } of results) verdicts.set(userId, verdict)
      }
      return verdicts
    },
  })
}

/** Changes many people, a portion at a time, and tells of each what became of it. */
export function useChangeManyUsers(portionSize = PORTION) {
  const { client } = useRollcall()
  const queries = useQueryClient()
  const [state, setState] = useState<'ready' | 'running' | 'done'>('ready')
  const [verdicts, setVerdicts] = useState<BulkVerdicts>(new Map())
  const [problem, setProblem] = useState<unknown>(null)

  /** After a fault, which answers null, it can be pressed again: those dealt with are passed over. */
  async function run(change: BulkChange, users: readonly Named[]): Promise<BulkVerdicts | null> {
    setState('running')
    setProblem(null)
    let known = verdicts
    try {
      for (const portion of portions(
        users.filter(({ id }) => !verdicts.has(id)),
        portionSize,
      )) {
        const input = { change, users: portion.map(named), dryRun: false }
        const { results } = await client.users.changeManyUsers(input)
        known = new Map([...known, ...results.map((each) => [each.userId, each.verdict] as const)])
        setVerdicts(known)
      }
      setState('done')
      return known
    } catch (error) {
      setProblem(error)
      setState('ready')
      return null
    } finally {
      void queries.invalidateQueries({ queryKey: usersKey })
    }
  }
  return { state, verdicts, problem, run }
}

const named = ({ id, version }: Named) => ({ id, version })

function portions<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}
