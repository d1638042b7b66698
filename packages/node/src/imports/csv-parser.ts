import { CsvError, type CsvParser, type CsvRecord } from '@rollcall/core'
import Papa from 'papaparse'
import { quoteFault } from './csv-quotes.ts'
import { type Piece, textOf } from './csv-text.ts'

/** Characters of one record; nobody has so much to say of one person. */
const RECORD_LIMIT = 1024 ** 2
/** Characters that are parsed at once. */
const BATCH = 65_536

/**
 * Reads CSV as RFC 4180 has it, over Papa Parse: UTF-8 with or without a byte order mark, lines that end in CRLF, LF or
 * CR, up to 100 MiB, of which it holds no more than a record and a batch at a time. Lines with nothing on them are
 * passed over. Needs nothing from Node, so that it runs in a browser too.
 */
export function csvParser(): CsvParser {
  return { parse: (file) => recordsOf(textOf(file), BATCH) }
}

/** The records of a text, parsed in batches of at least so many characters. */
export async function* recordsOf(pieces: AsyncIterable<Piece>, batch: number): AsyncGenerator<CsvRecord> {
  let newline: Newline | null = null
  let line = 1
  let rest = ''
  let wanted = batch
  for await (const { text, fault } of pieces) {
    rest += text
    if (rest.length < wanted && fault === null) continue
    newline ??= newlineOf(rest)
    const read = wholeRecords(rest, newline ?? '\n', line)
    yield* read.records
    if (read.fault) throw read.fault
    rest = rest.slice(read.end)
    line = read.next
    if (fault !== null) {
      const column = fault === 'too-large' ? null : read.column
      throw new CsvError(fault, line + count(newline ?? '\n', rest, 0, rest.length), column)
    }
    if (rest.length > RECORD_LIMIT) throw endlessRecord(rest, newline ?? '\n', line)
    // What is left is parsed again; doubling keeps that in proportion to the file.
    wanted = Math.max(batch, 2 * rest.length)
  }
  // A last line without a break is a line.
  newline ??= newlineOf(`${rest}\n`) ?? '\n'
  rest += newline
  const read = wholeRecords(rest, newline, line)
  yield* read.records
  if (read.fault) throw read.fault
  if (read.end < rest.length) throw endlessRecord(rest.slice(read.end), newline, read.next)
}

type Newline = '\n' | '\r'

/** How lines end, by the first one; null while that cannot be told. CRLF counts as LF: its CR is taken off later. */
function newlineOf(text: string): Newline | null {
  const [header = ''] = /^(?:"[^"]*"|[^"\r\n]+)*/.exec(text) ?? []
  const end = text.slice(header.length, header.length + 2)
  if (!/^\n|^\r./s.test(end)) return null
  const bare = header.replace(/"[^"]*"/g, '')
  if (!bare.includes(',') && /[;\t]/.test(bare)) throw new CsvError('not-commas', 1, null)
  return end.includes('\n') ? '\n' : '\r'
}

/**
 * The records that are complete, up to one that cannot be read; where and on which line the next one begins, and in which
 * of its cells the text ends.
 */
function wholeRecords(text: string, newline: Newline, first: number) {
  const rows = rowsOf(text, newline)
  const open = rows.pop()
  const records: CsvRecord[] = []
  const quoted = text.includes('"')
  let line = first
  let from = 0
  let fault: CsvError | null = null
  for (const { cells, end, doubtful } of rows) {
    const to = contentEnd(text, from, end)
    if (to - from > RECORD_LIMIT) fault = endlessRecord(text.slice(from, to), newline, line)
    else if (doubtful) fault = misplacedQuote(text.slice(from, to), newline, line)
    if (fault) break
    if (to > from) records.push({ line, cells: withoutReturn(cells, text[to - 1]) })
    line += quoted ? count(newline, text, from, end) : 1
    from = end
  }
  return { records, fault, end: from, next: line, column: open?.cells.length ?? 1 }
}

interface Row {
  readonly cells: string[]
  /** Where the next one begins. */
  readonly end: number
  /** Whether a quote in it could stand where none may. */
  readonly doubtful: boolean
}

/** What Papa Parse makes of a text; the last row is what follows the last line break, be it nothing. */
function rowsOf(text: string, newline: Newline): Row[] {
  const rows: Row[] = []
  const quoted = text.includes('"')
  // Papa Parse takes a byte order mark off whatever it is given; the file's own is off already.
  Papa.parse<string[]>(text.startsWith('\uFEFF') ? `\uFEFF${text}` : text, {
    delimiter: ',',
    newline,
    step: ({ data, errors, meta }) => {
      // Papa Parse takes a quote inside a bare cell as it stands.
      const doubtful = quoted && (errors.length > 0 || data.some((cell) => cell.includes('"')))
      rows.push({ cells: data, end: meta.cursor, doubtful })
    },
  })
  return rows
}

/** Where the text of a record ends and its line break begins. */
function contentEnd(text: string, from: number, end: number): number {
  const to = text[end - 1] === '\n' ? end - 1 : end
  return to > from && text[to - 1] === '\r' ? to - 1 : to
}

/** The CR of a CRLF belongs to no cell; one inside quotes, which `end` tells, is text. */
function withoutReturn(cells: string[], end: string | undefined): string[] {
  const last = cells.at(-1) ?? ''
  return last.endsWith('\r') && end !== '"' ? [...cells.slice(0, -1), last.slice(0, -1)] : cells
}

function misplacedQuote(record: string, newline: Newline, line: number): CsvError | null {
  const fault = quoteFault(record)
  return fault && new CsvError(fault.problem, line + count(newline, record, 0, fault.offset), fault.column)
}

/** Of a record that goes on and on, for want of a quote or for its size alone. */
function endlessRecord(record: string, newline: Newline, line: number): CsvError {
  return misplacedQuote(record, newline, line) ?? new CsvError('too-large', line, null)
}

function count(newline: Newline, text: string, from: number, to: number): number {
  let found = 0
  for (let at = text.indexOf(newline, from); at !== -1 && at < to; at = text.indexOf(newline, at + 1)) found += 1
  return found
}
