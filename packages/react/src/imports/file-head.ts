/** The columns of a file as it begins. */
export interface FileHead {
  readonly headers: readonly string[]
  /** The first values of each column, those that say something. */
  readonly examples: readonly (readonly string[])[]
}

/** As much of a file as is read for its columns. */
const HEAD_BYTES = 64 * 1024
const EXAMPLES = 3

/** The columns of a file; null where they cannot be told apart, which the server then says better. */
export async function readHead(file: Blob): Promise<FileHead | null> {
  const bytes = await file.slice(0, HEAD_BYTES).arrayBuffer()
  try {
    // A character may be cut off where the head ends.
    return headOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }), file.size <= HEAD_BYTES)
  } catch {
    return null
  }
}

/** `whole`: the text ends where the file does, and was not cut off. */
export function headOf(text: string, whole: boolean): FileHead | null {
  if (text.includes('\0')) return null
  const records = recordsIn(text, whole).slice(0, EXAMPLES + 1)
  const [headers, ...rest] = records
  if (!headers || new Set(headers).size < headers.length) return null
  if (headers.length === 1 && /[;\t|]/.test(headers[0] ?? '')) return null
  const examples = headers.map((_, column) => rest.flatMap((cells) => (cells[column]?.trim() ? [cells[column]] : [])))
  return { headers, examples }
}

/** A cell, bare or in quotes, with what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/y

/** Records from the start on, as far as they are well formed; the one that may be cut off is left out. */
function recordsIn(text: string, whole: boolean): string[][] {
  const records: string[][] = []
  let cells: string[] = []
  CELL.lastIndex = 0
  while (CELL.lastIndex < text.length) {
    const found = CELL.exec(text)
    if (!found) return records
    const [, quoted, bare = '', end] = found
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === ',' && CELL.lastIndex < text.length) continue
    if (end === ',') cells.push('')
    if ((end === '' || end === ',') && !whole) return records
    if (cells.length > 1 || cells[0] !== '') records.push(cells)
    cells = []
    if (records.length > EXAMPLES) return records
  }
  return records
}
