import type { FieldCode, Reason, RefusalCode } from '../kernel/refusals.ts'
import type { User } from '../users/user.rules.ts'

/** What a row of a file would do: set somebody up, change somebody, nothing at all, or be refused. */
export const VERDICTS = ['create', 'update', 'unchanged', 'refused'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What became of a row. `unchanged`: there was nothing left to do. */
export const OUTCOMES = ['created', 'updated', 'unchanged', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How far an import is. */
export const IMPORT_STATES = ['previewed', 'applying', 'finished'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** How long a plan is kept, applied or not. */
export const IMPORT_KEPT = 24 * 3_600_000

/** Rows of a chunk. Whoever signs in meanwhile waits for no more of them than one transaction holds. */
export const CHUNK_ROWS = 50

/** How much one call applies at most: rows, and milliseconds after which it begins nothing more. */
export const APPLIED_AT_ONCE = { rows: 2_000, for: 5_000 } as const

/** What is shown of a cell that is nobody's to read. */
export const HIDDEN_CELL = '***'

/** Why a row is refused. */
export interface RowProblem {
  /** The header; null when it is about no cell in particular. */
  readonly column: string | null
  /** Of the cell in its line, from 1. */
  readonly position: number | null
  readonly code: FieldCode | RefusalCode
  readonly reason: Reason | null
  /** The earlier line that has the same already. */
  readonly line: number | null
}

/** How far an import is, by what there was to do and what was reached. */
export function stateOf(toDo: number, reached: number): ImportState {
  if (reached >= toDo) return 'finished'
  return reached === 0 ? 'previewed' : 'applying'
}

/** A problem as the file of refused rows says it. */
export function problemText({ column, code, reason, line }: RowProblem): string {
  const why = reason === null ? code : `${code} (${reason})`
  const where = column === null ? why : `${column}: ${why}`
  return line === null ? where : `${where}, as in line ${line}`
}

/** How many people administer, as a file changes them row by row. */
export interface AdministratorCount {
  left: number
}

type Holder = Pick<User, 'registeredAt' | 'enabled' | 'grants'>

/** Notes a change of somebody; false, noting nothing, when nobody would be left. */
export function countAdministrators(
  count: AdministratorCount,
  administrators: readonly string[],
  before: Holder,
  after: Holder,
): boolean {
  const change = Number(administers(administrators, after)) - Number(administers(administrators, before))
  if (change < 0 && count.left + change < 1) return false
  count.left += change
  return true
}

/** Whether somebody could administer: registered, enabled, and with one of the roles. */
export function administers(administrators: readonly string[], { registeredAt, enabled, grants }: Holder): boolean {
  const holds = grants.some(({ role, scope }) => scope === null && administrators.includes(role))
  return registeredAt !== null && enabled && holds
}
