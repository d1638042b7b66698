import type { FileProblem } from '@rollcall/core/refusals'
import type { Column, Outcome, Verdict } from '@rollcall/core/rules'
import { register } from '../registered.ts'

export const imports = {
  title: 'Import users',
  lead: 'Nothing is written before you have seen every row.',
  stepFile: 'File',
  stepColumns: 'Columns',
  stepCheck: 'Check',
  stepImport: 'Import',
  mayNot: 'You may not import users',
  notThere: 'This import is not kept any more',
  notThereDetail:
    'A checked file is kept for a day, for whoever checked it. Check the file again to see what it would do.',
  didNotLoad: 'The import did not load',
  another: 'Import another file',

  drop: 'Drop a CSV file here or {choose}',
  choose: 'choose one',
  chooseFile: 'CSV file',
  form: 'UTF-8, commas, column names in the first row, up to 100 MB.',
  existing:
    'People who already have an account are changed. A column that is not in the file leaves its field alone, an empty cell empties it where it may be empty.',
  template: 'Template with all columns',
  templateName: 'users-template.csv',
  remove: 'Remove {name}',
  read: 'Read file',
  checking: 'Checking every row. Large files take a while.',
  atPlace: 'Line {line}, column {column}: {sentence}',
  atLine: 'Line {line}: {sentence}',
  inCell: 'Column {column}: {sentence}',

  columnsTitle: 'Which column is what?',
  columnsLead: { one: '{name}, {count} column', other: '{name}, {count} columns' },
  inFile: 'Column in the file',
  firstValues: 'First values',
  becomes: 'Becomes',
  match: 'Match',
  becomesOf: 'What {column} becomes',
  unnamed: 'Column {number}, without a name',
  leftOut: 'Left out',
  attribute: 'Attribute {name}',
  exact: 'Exact',
  guessed: 'Guessed',
  remembered: 'As last time',
  chosen: 'Chosen',
  noField: 'No such field',
  twice: 'Chosen twice',
  twiceDetail: 'Two columns cannot become the same. Leave one of them out.',
  nothingChosen: 'Say of at least one column what it becomes.',
  check: 'Check the rows',

  together: '{first}, {second}',
  willImport: { one: '{count} user will be imported', other: '{count} users will be imported' },
  areRefused: { one: '{count} row is refused', other: '{count} rows are refused' },
  nothingWritten: 'Nothing is written yet. A row whose user changes before you import is refused.',
  keptUntil: 'What was checked is kept until {time}.',
  filter: 'Which rows',
  all: 'All',
  rows: 'Rows of the file',
  row: 'Row',
  person: 'Person',
  verdict: 'Verdict',
  happens: 'What happens',
  nobodyNamed: 'Without a name',
  asInFile: 'Everything already is as in the file.',
  becomesNow: 'becomes',
  added: 'Given',
  taken: 'Taken',
  empty: 'empty',
  noRows: 'No such rows',
  noRowsDetail: 'No row of the file has this verdict.',
  rowsDidNotLoad: 'The rows did not load',
  pages: 'Pages of rows',
  range: 'Rows {from}–{to}',
  inColumn: '{column}: {sentence}',
  sameAs: 'The same is in row {line} already.',
  leftOutRows: {
    one: 'The {count} refused row is left out. You can download it afterwards.',
    other: 'The {count} refused rows are left out. You can download them afterwards.',
  },
  importNow: { one: 'Import {count} user', other: 'Import {count} users' },
  nothingToImport: 'There is nothing to import in this file.',

  welcomeEverybody: 'Whoever becomes active by this, or signs in another way from now on, gets a welcome mail.',
  welcomeAdministrators:
    'Administrators who become active by this, or sign in another way from now on, get a welcome mail. Others get none by themselves.',
  welcomeNobody: 'No welcome mail goes out by itself. You can send it by hand later.',
  welcomeBySettings: 'Who gets a welcome mail depends on your organization’s settings.',

  importing: { one: 'Importing {count} user', other: 'Importing {count} users' },
  paused: { one: 'The import of {count} user is paused', other: 'The import of {count} users is paused' },
  ofFile: 'File',
  progress: 'Import',
  reached: '{done} of {total} rows',
  reachedWithRate: '{done} of {total} rows, {rate} a second, about {left} left',
  created: 'created',
  updated: 'updated',
  unchanged: 'no change',
  refused: 'refused',
  refusedSince: 'refused since',
  toGo: 'to go',
  mayLeave: 'You can leave this page. What is done stays done; the rest waits here for you to go on.',
  pausedDetail: 'What is done stays done. The rest waits until {time}.',
  pause: 'Pause',
  pausing: 'Pausing',
  resume: 'Go on',
  stopped: 'The import stopped',

  wereImported: { one: '{count} user imported', other: '{count} users imported' },
  wereRefused: { one: '{count} row refused', other: '{count} rows refused' },
  finished: 'The import is finished.',
  refusedInCheck: { one: '{count} refused in the check', other: '{count} refused in the check' },
  refusedMeanwhile: {
    one: '{count} refused while it ran, because something changed meanwhile',
    other: '{count} refused while it ran, because something changed meanwhile',
  },
  refusedDetail: 'The file has the same columns plus the reason. Correct it and import it again.',
  download: { one: 'Download {count} refused row', other: 'Download {count} refused rows' },
  rejectedName: '{name}-refused.csv',
  didNotDownload: 'The file did not come',
  done: 'Done',
} as const

/** What a column of the file holds. */
export const importColumns = {
  username: 'Username',
  email: 'Email',
  firstName: 'First name',
  lastName: 'Last name',
  displayName: 'Display name',
  jobTitle: 'Job title',
  phone: 'Mobile phone',
  roles: 'Roles',
  authentication: 'Authentication',
  provider: 'Sign-in provider',
  protected: 'Protected',
  enabled: 'Active',
  language: 'Language',
  timeZone: 'Time zone',
  instances: 'Instances',
  organization: 'Organization',
  externalId: 'External id',
  muteNotifications: 'Notifications muted',
} as const satisfies Record<Column, string>

export const importVerdicts = {
  create: 'Create',
  update: 'Update',
  unchanged: 'No change',
  refused: 'Refused',
} as const satisfies Record<Verdict, string>

export const importOutcomes = {
  created: 'Created',
  updated: 'Updated',
  unchanged: 'No change',
  refused: 'Refused',
} as const satisfies Record<Outcome, string>

/** Why a whole file is refused, and what to do. */
export const fileProblems = {
  'not-utf-8': 'This is not UTF-8 text. In Excel: Save as, “CSV UTF-8”.',
  'not-commas': 'The columns are not separated by commas. Save the file with commas between them.',
  nul: 'Here is a character that no text has (NUL). Save the file as “CSV UTF-8”.',
  'unclosed-quote': 'A quotation mark opens here and is never closed.',
  'stray-quote':
    'A quotation mark stands where none belongs. Put the whole cell in quotation marks, and double those inside.',
  'too-large': 'This is too large. Split the file.',
  'nothing-inside': 'There is nothing to import in it. Column names belong in the first row, people below.',
  'missing-header': 'The column {header} is missing.',
  'doubled-header': 'The column {header} is there twice. Remove or rename one of them.',
  'unknown-column': 'Nothing is known of the column {header}. Say what it becomes, or leave it out.',
  'reserved-column':
    'The column {header} brings in old passwords. Only the operator of this product does that. Leave it out.',
} as const satisfies Record<FileProblem, string>

register({ imports, importColumns, importVerdicts, importOutcomes, fileProblems })
