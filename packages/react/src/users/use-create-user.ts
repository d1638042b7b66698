import type { RollcallClient } from '@rollcall/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useRollcall } from '../ui/rollcall-context.ts'
import { usersKey } from './users-query.ts'

export type CreateUserInput = Omit<Parameters<RollcallClient['users']['createUser']>[0], 'idempotencyKey'>

/** Sets somebody up. The same content keeps its key, so that pressing again after a lost answer creates nobody twice. */
export function useCreateUser() {
  const { client } = useRollcall()
  const queries = useQueryClient()
  const last = useRef<{ content: string; idempotencyKey?: string }>({ content: '' })
  return useMutation({
    mutationFn(input: CreateUserInput) {
      const content = JSON.stringify(input)
      if (content !== last.current.content) {
        // Pages without https have no randomUUID.
        const idempotencyKey = globalThis.crypto.randomUUID?.()
        last.current = { content, ...(idempotencyKey ? { idempotencyKey } : {}) }
      }
      const { idempotencyKey } = last.current
      return client.users.createUser({ ...input, ...(idempotencyKey ? { idempotencyKey } : {}) })
    },
    onSuccess: () => void queries.invalidateQueries({ queryKey: usersKey }),
  })
}
