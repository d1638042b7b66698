import type { UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import { ownImport, presentImport } from './import.steps.ts'
import type { importsContract } from './imports.contract.ts'

/** How far an import of one's own is. */
export const getImport: UseCase<typeof importsContract.getImport> =
  ({ storage, access, clock }) =>
  async (caller, { importId }) => {
    const actor = requireRight(access, caller, 'users.import')
    return presentImport(storage, await ownImport(storage, actor, importId, clock.now()))
  }
