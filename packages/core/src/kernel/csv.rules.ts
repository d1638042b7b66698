/** Cells that a spreadsheet would run as a formula, and those that look as if they had been escaped already. */
const FORMULA = /^[=+\-@\t\r']/

/**
 * One line of a CSV file (RFC 4180), line break included. A cell that would start a formula gets an apostrophe before it,
 * and so does one that begins with an apostrophe, so that taking one off again always gives the original.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/** The original of a cell that may have been escaped. */
export function unescaped(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
