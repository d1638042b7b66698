import type { Outcome, Verdict } from './import.rules.ts'

/** An import from its preview on. */
export interface ImportRecord {
  readonly id: string
  /** The one person who may see and apply it; null: the host alone. */
  readonly ownerId: string | null
  /** Of the file. */
  readonly name: string | null
  readonly createdAt: number
  readonly expiresAt: number
  /** The header of each column of the file, and what it holds; null: left out. */
  readonly columns: readonly { readonly header: string; readonly column: string | null }[]
}

/** Some rows of an import in a row: what is sealed, claimed and committed at once. */
export interface ImportChunk {
  readonly importId: string
  /** 0, 1, 2, … */
  readonly number: number
  /** Of the file, of its last row; grows with the number. */
  readonly lastLine: number
  readonly counts: Readonly<Record<Verdict, number>>
  /** Its rows, sealed. */
  readonly plan: string
  /** `done` from the start where nothing is to be created or updated. */
  readonly state: 'waiting' | 'done'
  /** What became of its rows, as JSON without personal values; null until then. */
  readonly outcomes: string | null
  /** How many of them; 0 each until then. */
  readonly done: Readonly<Record<Outcome, number>>
}

/** All chunks of an import together. */
export type ImportTotals = Pick<ImportChunk, 'counts' | 'done'>

export interface ImportStore {
  /** Stores an import that nothing finds before it is complete. */
  add(record: ImportRecord): Promise<void>
  addChunk(chunk: ImportChunk): Promise<void>
  /** All chunks are there. */
  complete(id: string): Promise<void>
  /** An import that is complete and not over at `now`. */
  find(id: string, now: number): Promise<ImportRecord | null>
  /** Removes an import, complete or not, with its chunks. */
  remove(id: string): Promise<void>
  totals(id: string): Promise<ImportTotals>
  /** The first chunk with rows after that line, and with rows of that verdict unless it is null. */
  chunkAfter(id: string, line: number, verdict: Verdict | null): Promise<ImportChunk | null>
  /** The first of those that wait, by number. */
  nextWaiting(id: string): Promise<ImportChunk | null>
  /** Makes a waiting chunk done: true for exactly one caller, whose transaction then applies it. */
  claim(id: string, number: number): Promise<boolean>
  /** Writes down what became of a chunk. */
  settle(id: string, number: number, what: Pick<ImportChunk, 'outcomes' | 'done'>): Promise<void>
}
