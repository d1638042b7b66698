import type { FieldCode, FileFault, FileProblem, Reason, RefusalCode } from '@rollcall/core'

const FILES: Record<FileProblem, string> = {
  'not-utf-8': 'this is not UTF-8; save the file as "CSV UTF-8"',
  'not-commas': 'the columns are not parted by commas; save the file with commas',
  nul: 'there is a NUL character; this may be no CSV file',
  'unclosed-quote': 'a quotation mark opens here and nothing closes it',
  'stray-quote': 'a quotation mark stands where none may; double it, and put the cell in quotation marks',
  'too-large': 'this is too large: a file may have 100 MiB, a row 1 MiB',
  'nothing-inside': 'there are no rows',
  'missing-header': 'this column is missing',
  'doubled-header': 'this column is there twice',
  'unknown-column': 'this column means nothing here; say what it holds with --map, or nothing to leave it out',
  'reserved-column':
    'this column holds password hashes; bring them in with --hashes, or leave the column out with --map',
}

const CELLS: Record<FieldCode, string> = {
  required: 'is needed',
  invalid: 'is not valid',
  'too-long': 'is too long',
  'too-short': 'is too short',
  'unknown-key': 'is not expected here',
  'control-character': 'contains a character that cannot be shown',
  'contains-space': 'may contain no spaces',
  'edge-space': 'may not begin or end with a space',
  'in-use': 'is already taken',
  fixed: 'cannot be changed',
  'not-a-language': 'is not a language',
  'not-a-time-zone': 'is not a time zone',
  'not-same': 'is not the same',
  'too-common': 'is used by too many people',
  'contains-context': 'contains their name or address',
  'too-weak': 'is too easy to guess',
  'needs-letter': 'needs a letter',
  'needs-lowercase': 'needs a lower-case letter',
  'needs-uppercase': 'needs an upper-case letter',
  'needs-digit': 'needs a number',
  'needs-symbol': 'needs a symbol',
  reused: 'was used before',
  'link-not-allowed': 'may contain no links',
}

const ROWS: Partial<Record<RefusalCode, string>> = {
  'email-in-use': 'somebody has this address already',
  'username-in-use': 'somebody has this user name already',
  'import-stale': 'the person was changed after the file was checked',
  'not-allowed': 'this is not allowed',
  'not-found': 'there is no such person',
}

const REASONS: Record<Reason, string> = {
  'no-right': 'the right is missing',
  'not-covered': 'a role that may not be given',
  'not-outranked': 'their role is not below the importer’s',
  self: 'nobody does this to themselves',
  protected: 'they are protected from deletion',
  'single-sign-on': 'they sign in through their organization',
  'owner-only-field': 'only they may change this',
  impersonating: 'not while acting as somebody else',
  deactivated: 'they are deactivated',
  'last-administrator': 'the last administrator stays one',
  'disabled-by-policy': 'the policy has it switched off',
}

/** Why a file cannot be imported, and where it says so. */
export function fileSentence({ problem, line, column, header }: FileFault): string {
  const where = [
    ...(line === null ? [] : [`line ${line}`]),
    ...(column === null ? [] : [`column ${column}`]),
    ...(header === undefined ? [] : [`"${header}"`]),
  ]
  const sentence = FILES[problem]
  return where.length > 0 ? `${upper(where.join(', '))}: ${sentence}.` : `${upper(sentence)}.`
}

/** What is wrong with a row, as the wire says it. */
interface Problem {
  readonly column: string | null
  readonly position: number | null
  readonly code: FieldCode | RefusalCode
  readonly reason: Reason | null
  readonly line: number | null
}

/** Why a row is refused: `Line 7, column 3: "Email" is not valid.` */
export function rowSentence(line: number, { column, position, code, reason, line: earlier }: Problem): string {
  const where = position === null ? `Line ${line}` : `Line ${line}, column ${position}`
  const cell = column === null ? 'a cell' : `"${column}"`
  const what = Object.hasOwn(CELLS, code) ? `${cell} ${CELLS[code as FieldCode]}` : ROWS[code as RefusalCode]
  const why = reason === null ? '' : ` (${REASONS[reason]})`
  const like = earlier === null ? '' : `, as in line ${earlier}`
  return `${where}: ${what ?? code}${why}${like}.`
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
