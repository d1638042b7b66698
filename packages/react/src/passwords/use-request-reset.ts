import { useMutation } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Asks for a mail with a link to set a new password; the answer is the same for everybody. */
export function useRequestReset() {
  const { client } = useRollcall()
  return useMutation({ mutationFn: (identifier: string) => client.passwords.requestReset({ identifier }) })
}
