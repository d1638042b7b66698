import type { UseCase } from '../effects.ts'
import { auditCursorOf, auditPlaceOf } from '../kernel/cursor.ts'
import type { auditContract } from './audit.contract.ts'
import { presentEntry, readableEntries } from './entries.steps.ts'

/** Entries about and by the people one sees, newest first. */
export const listEntries: UseCase<typeof auditContract.listEntries> =
  (effects) =>
  async (caller, { limit = 50, cursor, ...wire }) => {
    const filter = await readableEntries(effects, caller, wire)
    const after = cursor === undefined ? null : auditPlaceOf(cursor)
    const found = await effects.storage.audit.list(filter, after, limit + 1)
    const page = found.slice(0, limit)
    const last = found.length > limit ? page.at(-1) : undefined
    return { items: page.map(presentEntry), nextCursor: last ? auditCursorOf(last) : null }
  }
