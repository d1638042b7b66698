import type { UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import { currentSettings } from '../settings/settings.steps.ts'
import { applyChunk } from './apply.steps.ts'
import { parseCell } from './cells.contract.ts'
import { APPLIED_AT_ONCE, CHUNK_ROWS } from './import.rules.ts'
import { fileColumns, ownImport, placesIn, presentImport } from './import.steps.ts'
import type { importsContract } from './imports.contract.ts'
import { openSheet } from './sheet.steps.ts'

/** Applies the next chunks of an import, each wholly or not at all; whoever calls again goes on where this one stopped. */
export const applyImport: UseCase<typeof importsContract.applyImport> =
  (effects) =>
  async (caller, { importId }) => {
    const { storage, policy, access, attributes, clock, rightOfWay, nudge } = effects
    const actor = requireRight(access, caller, 'users.import')
    const begun = clock.now()
    const record = await ownImport(storage, actor, importId, begun)
    const applying = {
      tools: { ...effects, places: await placesIn(storage) },
      actor,
      sheet: openSheet(fileColumns(record), attributes, parseCell),
      settings: await currentSettings(storage, policy),
    }
    let rows = 0
    while (rows + CHUNK_ROWS <= APPLIED_AT_ONCE.rows && clock.now() < begun + APPLIED_AT_ONCE.for) {
      await rightOfWay.give()
      const chunk = await storage.imports.nextWaiting(importId)
      if (!chunk) break
      if (await applyChunk(applying, chunk)) rows += CHUNK_ROWS
    }
    nudge()
    return presentImport(storage, record)
  }
