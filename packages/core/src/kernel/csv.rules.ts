/**
 * What a spreadsheet would run as a formula, and what looks as if it had been escaped already: at the start of a cell, and
 * behind what ends one wherever columns are separated by semicolons or tabs, as many a spreadsheet takes for granted.
 */
const FORMULA = /(?:^|[;\t\r\n])[=+\-@\t\r']/
/** The same and its escape in a text with a semicolon before it, so that the start is like any other place. */
const BARE = /([;\t\r\n])(?=[=+\-@\t\r'])/g
const ESCAPED = /([;\t\r\n])'(?=[=+\-@\t\r'])/g

/**
 * One line of a CSV file (RFC 4180), line break included. Whatever would start a formula gets an apostrophe before it, and
 * so does an apostrophe in the same place, so that taking them off again always gives the original.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/** The original of a cell that may have been escaped. */
export function unescaped(cell: string): string {
  return cell.includes("'") ? `;${cell}`.replace(ESCAPED, '$1').slice(1) : cell
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `;${text}`.replace(BARE, "$1'").slice(1) : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
