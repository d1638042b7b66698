import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '../ask.ts'

/** An app as the host's server tells of it. */
export interface App {
  id: string
  name: string
  platform: keyof typeof PLATFORMS
  summary: string
  builds: { version: string; at: string; by: { id: string; name: string } | null }[]
}

export const PLATFORMS = { ios: 'iOS', android: 'Android' } as const

/** The apps the one signed in has to do with. */
export function useApps() {
  return useQuery({ queryKey: ['host', 'apps'], queryFn: (): Promise<App[]> => ask('/api/apps') })
}

/** Makes an app, owned by whoever makes it: what they may do has changed then, so everything of Rollcall's is asked anew. */
export function useCreateApp() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wish: Pick<App, 'name' | 'platform' | 'summary'>): Promise<App> => ask('/api/apps', wish),
    onSuccess: () => Promise.all(['host', 'rollcall'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

export function useUpload(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: string): Promise<unknown> => ask(`/api/apps/${id}/upload`, { version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['host', 'apps'] }),
  })
}
