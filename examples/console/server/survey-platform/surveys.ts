import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** What this product is about; Rollcall knows only its id and name. */
export interface Survey {
  readonly id: string
  readonly name: string
  /** What people read before the first question. */
  readonly introduction: string
  readonly questions: number
  readonly state: 'draft' | 'live' | 'closed'
  readonly answers: number
}

/** The host's own records, in a file. */
export interface Surveys {
  all(): readonly Survey[]
  add(survey: Survey): void
  change(id: string, change: Partial<Omit<Survey, 'id'>>): void
}

export function openSurveys(file: string): Surveys {
  let surveys: readonly Survey[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const keep = (changed: readonly Survey[]) => {
    surveys = changed
    writeFileSync(file, JSON.stringify(surveys, null, 2))
  }
  return {
    all: () => surveys,
    add: (survey) => keep([...surveys, survey]),
    change: (id, change) => keep(surveys.map((survey) => (survey.id === id ? { ...survey, ...change } : survey))),
  }
}
