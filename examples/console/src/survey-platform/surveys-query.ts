import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '../ask.ts'

/** A survey as the host's server tells of it. */
export interface Survey {
  id: string
  name: string
  introduction: string
  questions: number
  state: keyof typeof STATES
  /** Only for whoever may read results. */
  answers?: number
}

export const STATES = { draft: 'Draft', live: 'In the field', closed: 'Closed' } as const

/** The surveys the one signed in has to do with. */
export function useSurveys() {
  return useQuery({ queryKey: ['host', 'surveys'], queryFn: (): Promise<Survey[]> => ask('/api/surveys') })
}

/** Makes a survey; whoever does is its maker, so everything of Rollcall's is asked anew. */
export function useCreateSurvey() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wish: { name: string; template?: string }): Promise<Survey> => ask('/api/surveys', wish),
    onSuccess: () => Promise.all(['host', 'rollcall'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

export function useEditSurvey(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wish: Pick<Survey, 'name' | 'introduction'>): Promise<Survey> =>
      ask(`/api/surveys/${id}`, wish, 'PATCH'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['host'] }),
  })
}

/** Begins or ends the field work. */
export function useFieldSurvey(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: 'publish' | 'close'): Promise<Survey> => ask(`/api/surveys/${id}/${step}`, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['host'] }),
  })
}
