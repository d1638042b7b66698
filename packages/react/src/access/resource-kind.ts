/** The kinds of resources that have words of their own here; what is of another kind, or of several, is a resource. */
const KINDS: Readonly<Record<string, 'App' | 'Survey'>> = { app: 'App', survey: 'Survey' }

export type ResourceKind = 'App' | 'Survey' | 'Resource'

/** The end of the keys that say it. */
export function resourceKind(types: Iterable<string | null>): ResourceKind {
  const [type, ...others] = new Set([...types].filter((each) => each !== null))
  return (others.length === 0 && type !== undefined && KINDS[type]) || 'Resource'
}
