import type { FileProblem } from '../kernel/refusals.ts'

/** One record of a file, its cells without their quotes. */
export interface CsvRecord {
  /** Line of the file where it starts, from 1; quoted cells may hold line breaks. */
  readonly line: number
  readonly cells: readonly string[]
}

/** The first thing for which a whole file cannot be read. */
export type CsvProblem = Extract<
  FileProblem,
  'not-utf-8' | 'not-commas' | 'nul' | 'unclosed-quote' | 'stray-quote' | 'too-large'
>

export interface CsvParser {
  /**
   * Reads a CSV file (RFC 4180) while it comes in: UTF-8 with or without a byte order mark, commas, any line break. Empty
   * lines are no records; every cell keeps its spaces. Throws a `CsvError` where it cannot go on, after the records before.
   */
  parse(file: AsyncIterable<Uint8Array>): AsyncIterable<CsvRecord>
}

/** The file is not what it must be, from that place on. */
export class CsvError extends Error {
  readonly problem: CsvProblem
  /** From 1. */
  readonly line: number
  /** Of the cell in its record, from 1; null where no cell is meant. */
  readonly column: number | null

  constructor(problem: CsvProblem, line: number, column: number | null) {
    super(`Rollcall: the file cannot be read from line ${line} on: ${problem}.`)
    this.name = 'CsvError'
    this.problem = problem
    this.line = line
    this.column = column
  }
}
