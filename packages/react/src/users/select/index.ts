// Apart from the slice's index, which reaches the sections of a person's page: those choose people too.
export type { UserChoice } from '../user-choices-query.ts'
export { UserSelect } from '../user-select.tsx'
