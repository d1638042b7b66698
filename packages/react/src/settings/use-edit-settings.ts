import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'
import { settingsQuery } from './settings-query.ts'

/** Changes the settings at the version that was seen. */
export function useEditSettings() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Parameters<RollcallClient['settings']['editSettings']>[0]) =>
      client.settings.editSettings(input),
    onSuccess: (settings) => queries.setQueryData(settingsQuery(client).queryKey, settings),
    // Somebody was faster: what they set is shown.
    onError: () => queries.invalidateQueries({ queryKey: settingsQuery(client).queryKey }),
  })
}
