import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.ts'

type Person = Awaited<ReturnType<typeof client.users.listUsers>>['items'][number]

/** Somebody with a role on the survey: which, and through which groups. */
export interface SurveyPerson {
  user: Person
  roles: string[]
  groups: string[]
}

interface SurveyPeople {
  people: SurveyPerson[]
  /** The roles one may give on it. */
  grantable: { id: string; name: string }[]
}

/** Below Rollcall's own key, so that whatever changes a user asks this anew as well. */
const KEY = ['rollcall', 'users', 'survey'] as const

export function useSurveyPeople(survey: string) {
  return useQuery({ queryKey: [...KEY, survey], queryFn: () => peopleOf(survey) })
}

/** Gives somebody a role on the survey beside those they hold there. */
export function useGiveSurveyRole(survey: string) {
  const queries = useQueryClient()
  return useMutation({
    async mutationFn({ userId, role }: { userId: string; role: string }) {
      const { version, grants } = await client.users.getUser({ userId })
      const held = grants.filter(({ scope, source }) => scope === survey && source === 'direct')
      const roles = [...new Set([...held.map((grant) => grant.role), role])]
      return client.access.setGrants({ userId, version, scope: survey, roles })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['rollcall', 'users'] }),
  })
}

async function peopleOf(survey: string): Promise<SurveyPeople> {
  const [{ items }, { administration }, { items: resources }, groups] = await Promise.all([
    client.users.listUsers({ resource: [survey], sort: 'email', limit: 200 }),
    client.system.getPolicy(),
    client.resources.listResources(),
    // Makers below Standard User may not read groups.
    client.groups.listGroups().catch(() => null),
  ])
  const roles = administration?.roles ?? []
  const nameOf = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? id
  const grantable = resources.find(({ id }) => id === survey)?.mayGrant ?? []
  return {
    people: items.map((user) => {
      const here = user.grants.filter(({ scope }) => scope === survey)
      const through = here.flatMap(({ group }) => (group === null ? [] : [group]))
      return {
        user,
        roles: [...new Set(here.map(({ role }) => nameOf(roles, role)))],
        groups: [...new Set(through)].map((id) => nameOf(groups?.items ?? [], id)),
      }
    }),
    grantable: grantable.map((id) => ({ id, name: nameOf(roles, id) })),
  }
}
