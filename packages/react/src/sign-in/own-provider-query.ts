import { useMe } from '../users/me-query.ts'

/** Where one proves anew who one is; null: here, with the password, which is also what is asked until that is known. */
export function useOwnProvider() {
  return useMe().data?.provider ?? null
}
