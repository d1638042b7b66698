import type { KnownActor } from '../kernel/actor.ts'
import { RefusedError } from '../kernel/refusals.ts'
import type { CredentialRecord } from '../passwords/credential.store.ts'
import type { Storage, Stores } from '../ports/storage.ts'
import type { SettingsRecord } from '../settings/settings.store.ts'
import { admitCreation, type PreparedCreation, prepareCreation } from '../users/account.steps.ts'
import { applyChange, type PreparedChange, prepareChange } from '../users/change.steps.ts'
import { PASSWORD_HASH } from '../users/csv-columns.rules.ts'
import { administers, type Outcome, type RowProblem } from './import.rules.ts'
import type { ImportChunk } from './import.store.ts'
import { givePassword, importedPassword } from './imported-password.steps.ts'
import { type Judgement, type Judging, judgeRows } from './judge.steps.ts'
import { type PlannedRow, type PlanOpening, rowsOf } from './plan.steps.ts'
import type { Sheet } from './sheet.steps.ts'

/** What became of a row, and of whom. */
export interface RowOutcome {
  readonly line: number
  readonly kind: Outcome
  readonly userId: string | null
  readonly code: RowProblem['code'] | null
  readonly reason: RowProblem['reason']
}

/** What one call applies with. */
export interface Applying {
  readonly tools: Judging & PlanOpening
  readonly actor: KnownActor
  readonly sheet: Sheet
  readonly settings: SettingsRecord
}

/** A row with everything made that must not be made inside a transaction, or what has become of it already. */
type Prepared =
  | { readonly line: number; readonly creation: PreparedCreation; readonly password: CredentialRecord | null }
  | {
      readonly line: number
      readonly change: PreparedChange
      readonly password: CredentialRecord | null
      readonly takesAdministrator: boolean
    }
  | { readonly line: number; readonly outcome: RowOutcome }

const ACTION = 'imports.applyImport'

/**
 * Applies a chunk in one transaction, together with the claim on it: all of it or nothing, once. Rows are judged anew, by
 * what the caller may do by now. False when somebody else had the chunk.
 */
export async function applyChunk(applying: Applying, chunk: ImportChunk): Promise<boolean> {
  const { tools } = applying
  const rows = (await rowsOf(tools, chunk)).filter(({ verdict }) => verdict === 'create' || verdict === 'update')
  const prepared = await prepareRows(applying, rows)
  const careful = prepared.some((row) => 'change' in row && row.takesAdministrator)
  return transactionFor(
    tools.storage,
    careful,
  )(async (tx) => {
    if (!(await tx.imports.claim(chunk.importId, chunk.number))) return false
    const outcomes: RowOutcome[] = []
    for (const row of prepared) outcomes.push(await applyRow(tx, applying, row))
    const done: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, refused: 0 }
    for (const { kind } of outcomes) done[kind] += 1
    await tx.imports.settle(chunk.importId, chunk.number, { outcomes: JSON.stringify(outcomes), done })
    return true
  })
}

/** Outcomes as a chunk keeps them, by line. */
export function outcomesOf({ outcomes }: ImportChunk): ReadonlyMap<number, RowOutcome> {
  const all = outcomes === null ? [] : (JSON.parse(outcomes) as RowOutcome[])
  return new Map(all.map((outcome) => [outcome.line, outcome]))
}

function transactionFor(storage: Storage, careful: boolean): Storage['transaction'] {
  return careful ? (work) => storage.withAdministratorsLocked(work) : (work) => storage.transaction(work)
}

async function prepareRows({ tools, actor, sheet, settings }: Applying, rows: readonly PlannedRow[]) {
  const judgements = await judgeRows(tools, actor, sheet, rows.map(sheet.read))
  const prepared: Prepared[] = []
  for (const [index, planned] of rows.entries()) {
    const judgement = judgements[index]
    if (judgement) prepared.push(await prepareRow({ tools, actor, sheet, settings }, planned, judgement))
  }
  return prepared
}

async function prepareRow(
  { tools, actor, settings }: Applying,
  { line, userId, version }: PlannedRow,
  { row, verdict, user, created, change, problems }: Judgement,
): Promise<Prepared> {
  const settled = (kind: Outcome, code: RowOutcome['code'] = null, reason: RowOutcome['reason'] = null): Prepared => {
    return { line, outcome: { line, kind, userId, code, reason } }
  }
  const moved = userId === null ? user !== null : user?.id !== userId || user.version !== version
  if (moved) return settled('refused', 'import-stale')
  const [problem] = problems
  if (verdict === 'refused') return settled('refused', problem?.code, problem?.reason)
  const { [PASSWORD_HASH]: hash } = row.given
  const now = tools.clock.now()
  if (created) {
    const creation = await prepareCreation(tools, actor, created, ACTION, settings)
    return { line, creation, password: importedPassword(now, created.id, hash) }
  }
  if (!user || !change) return settled('unchanged')
  const { changed, ...asked } = change
  const password = importedPassword(now, user.id, hash)
  const what = { action: ACTION, ...asked, event: password ? 'user.registered' : 'user.edited' } as const
  const prepared = await prepareChange(tools, actor, user, what, settings)
  const { administrators } = tools.access.policy
  const takesAdministrator = administers(administrators, user) && !administers(administrators, changed)
  return { line, change: prepared, password, takesAdministrator }
}

async function applyRow(tx: Stores, { tools, actor }: Applying, row: Prepared): Promise<RowOutcome> {
  if ('outcome' in row) return row.outcome
  const { line } = row
  const done = { line, code: null, reason: null }
  if ('creation' in row) {
    const outcome = await admitCreation(tx, row.creation)
    if (outcome !== 'inserted') return { ...done, kind: 'refused', userId: null, code: outcome }
    if (row.password) await givePassword(tx, tools.policy, row.password)
    return { ...done, kind: 'created', userId: row.creation.user.id }
  }
  const { user } = row.change
  const refused = { ...done, kind: 'refused', userId: user.id } as const
  if (row.takesAdministrator && (await tx.users.countHolders(tools.access.policy.administrators)) <= 1) {
    return { ...refused, code: 'not-allowed', reason: 'last-administrator' }
  }
  try {
    await applyChange(tx, tools, actor, row.change, user.version)
    if (row.password) await givePassword(tx, tools.policy, row.password)
    return { ...done, kind: 'updated', userId: user.id }
  } catch (error) {
    // Refused before anything of it was written: the other rows stand.
    if (!(error instanceof RefusedError)) throw error
    const gone = error.code === 'changed-meanwhile' || error.code === 'not-found'
    return { ...refused, code: gone ? 'import-stale' : error.code, reason: error.details.reason ?? null }
  }
}
