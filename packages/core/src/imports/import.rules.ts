/** What a row of a file would do: set somebody up, change somebody, nothing at all, or be refused. */
export const VERDICTS = ['create', 'update', 'unchanged', 'refused'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What became of a row. `unchanged`: somebody else had done the same meanwhile. */
export const OUTCOMES = ['created', 'updated', 'unchanged', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How far an import is. */
export const IMPORT_STATES = ['previewed', 'applying', 'finished'] as const
export type ImportState = (typeof IMPORT_STATES)[number]
