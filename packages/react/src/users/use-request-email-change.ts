import type { RollcallClient } from '@rollcall/client'
import { useMutation } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

type Input = Parameters<RollcallClient['users']['requestEmailChange']>[0]

/** Asks for another address of one's own; nothing changes before the link mailed there is followed. */
export function useRequestEmailChange() {
  const { client } = useRollcall()
  return useMutation({ mutationFn: (input: Input) => client.users.requestEmailChange(input) })
}
