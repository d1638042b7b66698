/** What is wrong in a record, where in its text, and in which of its cells, counted from 1. */
interface QuoteFault {
  readonly problem: 'stray-quote' | 'unclosed-quote'
  readonly offset: number
  readonly column: number
}

/**
 * The first quote of a record that stands where none may: inside a cell that did not begin with one, behind a closing
 * one, or opening a cell that nothing closes. Null when all of them are in order.
 */
export function quoteFault(record: string): QuoteFault | null {
  const cell = /"[^"]*(?:""[^"]*)*" *(?:,|$)|[^",]*(?:,|$)/y
  for (let column = 1, offset = 0; offset < record.length; column += 1) {
    cell.lastIndex = offset
    const [found] = cell.exec(record) ?? []
    if (found === undefined) return { problem: problemAt(record, offset), offset, column }
    offset += found.length
  }
  return null
}

function problemAt(record: string, offset: number): QuoteFault['problem'] {
  const open = /"[^"]*(?:""[^"]*)*$/y
  open.lastIndex = offset
  return open.test(record) ? 'unclosed-quote' : 'stray-quote'
}
