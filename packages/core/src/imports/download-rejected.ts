import type { Effects, UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import { csvLine } from '../kernel/csv.rules.ts'
import { outcomesOf } from './apply.steps.ts'
import { REFUSED_BECAUSE } from './header.rules.ts'
import { problemText } from './import.rules.ts'
import { fileColumns, ownImport } from './import.steps.ts'
import type { ImportRecord } from './import.store.ts'
import type { importsContract } from './imports.contract.ts'
import { rowsOf } from './plan.steps.ts'

/** The rows that were refused, at the preview or when they were applied, as a file to mend and import again. */
export const downloadRejected: UseCase<typeof importsContract.downloadRejected> =
  (effects) =>
  async (caller, { importId }) => {
    const { storage, access, clock } = effects
    const actor = requireRight(access, caller, 'users.import')
    const record = await ownImport(storage, actor, importId, clock.now())
    const first = await storage.imports.chunkAfter(importId, 0, null)
    // Refused, if at all, before the answer begins.
    if (first) await rowsOf(effects, first)
    return linesOf(effects, record)
  }

async function* linesOf(effects: Effects, record: ImportRecord): AsyncGenerator<string> {
  const { imports } = effects.storage
  const headers = fileColumns(record).map(({ header }) => header)
  const kept = headers.map((header) => header !== REFUSED_BECAUSE)
  const lineOf = (cells: readonly string[], why: string) => {
    return csvLine(
      [...headers.keys()]
        .filter((index) => kept[index])
        .map((index) => cells[index] ?? '')
        .concat(why),
    )
  }
  yield lineOf(headers, REFUSED_BECAUSE)
  for (let chunk = await imports.chunkAfter(record.id, 0, null); chunk; ) {
    const outcomes = outcomesOf(chunk)
    let lines = ''
    for (const { line, cells, problems } of await rowsOf(effects, chunk)) {
      const outcome = outcomes.get(line)
      const late =
        outcome?.kind === 'refused' && outcome.code !== null ? ([outcome.code, outcome.reason] as const) : null
      const why = late ? [{ column: null, position: null, code: late[0], reason: late[1], line: null }] : problems
      if (why.length > 0) lines += lineOf(cells, why.map(problemText).join('; '))
    }
    yield lines
    chunk = await imports.chunkAfter(record.id, chunk.lastLine, null)
  }
}
