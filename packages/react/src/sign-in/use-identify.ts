import type { RollcallClient } from '@rollcall/client'
import { useMutation } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

type Identify = RollcallClient['signIn']['identify']

/** Where somebody signs in who does so with a provider. */
export type Provider = NonNullable<Awaited<ReturnType<Identify>>['provider']>

/** Learns whether a password is asked for next or a provider's page comes; the same for addresses nobody has. */
export function useIdentify() {
  const { client } = useRollcall()
  return useMutation({ mutationFn: (input: Parameters<Identify>[0]) => client.signIn.identify(input) })
}
