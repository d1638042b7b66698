import type { UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import type { accessContract } from './access.contract.ts'

/** Every role with the rights it gives: the matrix. */
export const listRoles: UseCase<typeof accessContract.listRoles> =
  ({ access }) =>
  async (caller) => {
    requireRight(access, caller, 'access.readRoles')
    const { systemRoles, scopedRoles, rights } = access.policy
    const named = new Map(rights.map((right) => [right.id, right]))
    const used = new Set([...systemRoles, ...scopedRoles].flatMap((role) => role.rights))
    return {
      roles: [
        ...[...systemRoles]
          .sort((a, b) => a.rank - b.rank)
          .map(({ id, name, description, rank, visibility, rights: held, mayGrant, reach = {} }) => {
            return {
              id,
              name,
              description,
              rank,
              visibility,
              resourceType: null,
              rights: [...held],
              mayGrant: [...mayGrant],
              reach: { ...reach },
            }
          }),
        ...scopedRoles.map(({ id, name, description, resourceType, rights: held, mayGrant }) => {
          const given = { rights: [...held], mayGrant: [...mayGrant], reach: {} }
          return { id, name, description, rank: null, visibility: null, resourceType, ...given }
        }),
      ],
      rights: [...used].map((id) => {
        const { name = null, description = null } = named.get(id) ?? {}
        return { id, name, description }
      }),
    }
  }
