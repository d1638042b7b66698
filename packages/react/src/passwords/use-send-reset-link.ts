import type { RollcallClient } from '@rollcall/client'
import { useMutation } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

type Input = Parameters<RollcallClient['passwords']['sendResetLink']>[0]

/** Mails somebody a link to set a new password; their own works until they use it. */
export function useSendResetLink() {
  const { client } = useRollcall()
  return useMutation({ mutationFn: (input: Input) => client.passwords.sendResetLink(input) })
}
