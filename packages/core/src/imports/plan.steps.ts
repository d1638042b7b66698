import type { KnownActor } from '../kernel/actor.ts'
import { unescaped } from '../kernel/csv.rules.ts'
import type { Keyring } from '../kernel/keyring.ts'
import { refuse } from '../kernel/refusals.ts'
import type { Cryptography } from '../ports/cryptography.ts'
import type { CsvRecord } from '../ports/csv-parser.ts'
import type { Logger } from '../ports/logger.ts'
import { nameOf } from '../users/user.rules.ts'
import {
  type AdministratorCount,
  CHUNK_ROWS,
  countAdministrators,
  type RowProblem,
  type Verdict,
} from './import.rules.ts'
import type { ImportChunk } from './import.store.ts'
import { type Judgement, type Judging, judgeRows } from './judge.steps.ts'
import type { LineIndex } from './line-index.rules.ts'
import type { ReadRow, Sheet } from './sheet.steps.ts'

/** A row as the plan keeps it: everything that was read, and everything that is shown. */
export interface PlannedRow {
  readonly line: number
  /** Without the escapes of formulas. */
  readonly cells: readonly string[]
  readonly verdict: Verdict
  readonly userId: string | null
  /** Of the person at the preview. */
  readonly version: number | null
  readonly name: string
  readonly email: string | null
  readonly username: string | null
  /** Of updates. */
  readonly changes: Judgement['changes']
  readonly problems: readonly RowProblem[]
}

/** What the rows before have taken. */
export interface Sofar {
  /** Addresses and user names by the line they stood on first. */
  readonly keys: LineIndex
  readonly administrators: AdministratorCount
}

/** Judges the next rows of a file, and each against those before it. */
export async function planRows(
  tools: Judging,
  actor: KnownActor,
  sheet: Sheet,
  records: readonly CsvRecord[],
  sofar: Sofar,
): Promise<PlannedRow[]> {
  const rows = records.map(({ line, cells }) => {
    return withDoubles(sheet, sheet.read({ line, cells: cells.map(unescaped) }), sofar.keys)
  })
  const judgements = await judgeRows(tools, actor, sheet, rows)
  return judgements.map((judgement) => planned(sheet, keepAdministrator(tools, sheet, judgement, sofar.administrators)))
}

function withDoubles(sheet: Sheet, row: ReadRow, keys: LineIndex): ReadRow {
  const doubles: RowProblem[] = []
  const note = (column: 'username' | 'email', key: string | null) => {
    const line = key === null ? null : keys.note(key, row.line)
    if (line !== null && line !== row.line) doubles.push(sheet.problem(column, 'in-use', { line }))
  }
  note('username', row.usernameKey)
  note('email', row.emailKey)
  return doubles.length === 0 ? row : { ...row, problems: [...row.problems, ...doubles] }
}

/** Refuses the row after which nobody would be left to administer. */
function keepAdministrator({ policy }: Judging, sheet: Sheet, judgement: Judgement, sofar: AdministratorCount) {
  const { user, change } = judgement
  if (!user || !change) return judgement
  if (countAdministrators(sofar, policy.access.administrators, user, change.changed)) return judgement
  const problems = [sheet.problem(null, 'not-allowed', { reason: 'last-administrator' })]
  return { ...judgement, verdict: 'refused' as const, change: null, changes: {}, problems }
}

function planned(sheet: Sheet, { row, verdict, user, created, changes, problems }: Judgement): PlannedRow {
  const { line, cells, given } = row
  const email = sheet.text(cells, 'email') ?? user?.email ?? null
  const username = sheet.text(cells, 'username') ?? user?.username ?? null
  const { displayName = null, firstName = null, lastName = null } = given
  const written = { displayName, firstName, lastName, username, email: email ?? '' }
  const name = nameOf(user ?? created ?? (written satisfies Parameters<typeof nameOf>[0]))
  const known = { userId: user?.id ?? null, version: user?.version ?? null }
  return { line, cells, verdict, ...known, name, email, username, changes, problems }
}

/** What sealing needs. */
interface PlanSealing {
  readonly cryptography: Cryptography
  readonly keys: Keyring
}

/** What opening what was sealed needs. */
export interface PlanOpening extends PlanSealing {
  readonly logger: Logger
}

/** Rows as the chunk that keeps them. */
export async function chunkOf(
  { cryptography, keys }: PlanSealing,
  importId: string,
  number: number,
  rows: readonly PlannedRow[],
): Promise<ImportChunk> {
  const counts: Record<Verdict, number> = { create: 0, update: 0, unchanged: 0, refused: 0 }
  for (const { verdict } of rows) counts[verdict] += 1
  return {
    importId,
    number,
    lastLine: rows.at(-1)?.line ?? 0,
    counts,
    plan: await cryptography.seal(await keys.current('imports'), JSON.stringify(rows), contextOf(importId, number)),
    state: counts.create + counts.update > 0 ? 'waiting' : 'done',
    outcomes: null,
    done: { created: 0, updated: 0, unchanged: 0, refused: 0 },
  }
}

/** The rows of a chunk. An import that no secret of the host opens any more is as forgotten as one that is over. */
export async function rowsOf(
  { cryptography, keys, logger }: PlanOpening,
  { importId, number, plan }: ImportChunk,
): Promise<readonly PlannedRow[]> {
  for (const key of await keys.all('imports')) {
    try {
      return JSON.parse(await cryptography.open(key, plan, contextOf(importId, number))) as PlannedRow[]
    } catch {
      // Sealed under another of the host's secrets, or tampered with: the next key tells.
    }
  }
  logger.log('error', 'crypt_decrypt_fail', { importId, chunk: number })
  return refuse('not-found')
}

/** Binds a plan to its place, so that no chunk passes for another. */
function contextOf(importId: string, number: number): string {
  return `import ${importId} ${number}`
}

/** Records as chunks hold them: some at a time, in order. */
export async function* inChunks(records: AsyncIterable<CsvRecord>): AsyncGenerator<readonly CsvRecord[]> {
  let some: CsvRecord[] = []
  for await (const record of records) {
    some.push(record)
    if (some.length < CHUNK_ROWS) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
