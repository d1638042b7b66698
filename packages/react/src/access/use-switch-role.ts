import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useRollcall } from '../ui/rollcall-context.ts'
import { keepUser, userQuery } from '../users/user-query.ts'
import { usersKey } from '../users/users-query.ts'

type Answer = Awaited<ReturnType<RollcallClient['access']['setGrants']>>

/** Whose roles are switched: as a page, a list or the last answer knows them. */
export type Holder = Pick<Answer, 'id' | 'name' | 'version' | 'grants' | 'actions'> & {
  /** Where the page knows them: what inherited roles come from. */
  readonly groups?: readonly { readonly id: string; readonly name: string }[]
}

export interface RoleSwitch {
  readonly role: string
  /** The resource, or null for the whole product. */
  readonly scope: string | null
  /** Given or taken. */
  readonly on: boolean
  /** Instead of the others held there. */
  readonly alone?: true
}

/**
 * Gives and takes single roles of one person, each at once and one after another, so that each carries the version the
 * one before answered. `waiting` are those not answered yet; `saved` that some were, and none waits. Keep one hook to one
 * person.
 */
export function useSwitchRole(known: Holder) {
  const { client } = useRollcall()
  const queries = useQueryClient()
  const [answer, setAnswer] = useState<Holder | null>(null)
  const [waiting, setWaiting] = useState<readonly RoleSwitch[]>([])
  const holder = useMemo(
    () => (answer && answer.version > known.version ? { ...known, ...answer } : known),
    [answer, known],
  )
  const newest = useRef(holder)
  useEffect(() => {
    newest.current = holder
  }, [holder])

  const { mutateAsync } = useMutation({
    scope: { id: `rollcall-roles-${known.id}` },
    async mutationFn({ role, scope, on, alone }: RoleSwitch) {
      const { id, grants, version } = newest.current
      await queries.cancelQueries({ queryKey: userQuery(client, id).queryKey })
      const direct = grants.filter((grant) => grant.source === 'direct' && grant.scope === scope)
      const others = alone ? [] : direct.flatMap((grant) => (grant.role === role ? [] : [grant.role]))
      const changed = await client.access.setGrants({
        userId: id,
        scope,
        roles: on ? [...others, role] : others,
        version,
      })
      newest.current = changed
      setAnswer(changed)
      keepUser(queries, client, changed)
    },
    onError: () => queries.invalidateQueries({ queryKey: usersKey }),
  })

  async function switchRole(wish: RoleSwitch) {
    setWaiting((others) => [...others, wish])
    try {
      await mutateAsync(wish)
    } finally {
      setWaiting((others) => others.filter((other) => other !== wish))
    }
  }

  return { holder, waiting, saved: answer !== null && waiting.length === 0, switchRole }
}
