import { useMutation } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

/** The refused rows of an import, as a file with the same columns and why. */
export function useDownloadRejected() {
  const { client } = useRollcall()
  return useMutation({ mutationFn: (importId: string) => client.imports.downloadRejected({ importId }) })
}
