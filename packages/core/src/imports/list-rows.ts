import type { UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import { PASSWORD_HASH } from '../users/csv-columns.rules.ts'
import { outcomesOf, type RowOutcome } from './apply.steps.ts'
import type { FileColumn } from './header.rules.ts'
import { HIDDEN_CELL } from './import.rules.ts'
import { fileColumns, ownImport } from './import.steps.ts'
import type { importsContract } from './imports.contract.ts'
import { type PlannedRow, rowsOf } from './plan.steps.ts'

/** The rows of an import, those of one verdict or all, in their order; each with what became of it. */
export const listRows: UseCase<typeof importsContract.listRows> =
  (effects) =>
  async (caller, { importId, verdict = null, after = 0, limit = 50 }) => {
    const { storage, access, clock } = effects
    const actor = requireRight(access, caller, 'users.import')
    const record = await ownImport(storage, actor, importId, clock.now())
    const columns = fileColumns(record)
    const shown = []
    let line = after
    let chunk = await storage.imports.chunkAfter(importId, line, verdict)
    while (chunk && shown.length <= limit) {
      const outcomes = outcomesOf(chunk)
      const rows = (await rowsOf(effects, chunk)).filter((row) => row.line > line)
      const wanted = verdict === null ? rows : rows.filter((row) => row.verdict === verdict)
      for (const row of wanted.slice(0, limit + 1 - shown.length)) {
        shown.push(presentRow(columns, row, outcomes.get(row.line) ?? null))
      }
      line = chunk.lastLine
      chunk = shown.length > limit ? null : await storage.imports.chunkAfter(importId, line, verdict)
    }
    const rows = shown.slice(0, limit)
    return { rows, nextAfter: shown.length > limit ? (rows.at(-1)?.line ?? null) : null }
  }

function presentRow(columns: readonly FileColumn[], row: PlannedRow, outcome: RowOutcome | null) {
  const { line, verdict, name, email, username, problems } = row
  const given = columns.flatMap(({ column }, index) => {
    const cell = row.cells[index] ?? ''
    if (column === null || cell === '') return []
    return [[column, [null, column === PASSWORD_HASH ? HIDDEN_CELL : cell]] as const]
  })
  return {
    line,
    verdict,
    userId: outcome?.userId ?? row.userId,
    name,
    email,
    username,
    changes: (verdict === 'create' ? Object.fromEntries(given) : row.changes) as Record<
      string,
      [string | null, string]
    >,
    problems: [...problems],
    outcome: outcome && { kind: outcome.kind, code: outcome.code, reason: outcome.reason },
  }
}
