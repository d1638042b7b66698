/** What waits for its users in each instance; Rollcall knows only its id, name and app. */
const WORK: Readonly<Record<string, readonly string[]>> = {
  'audits-emea': ['Surveillance audit, Hamburg plant', 'Supplier audit, packaging', 'Follow-up: fire doors, Lyon'],
  'audits-apac': ['First audit, Osaka warehouse'],
  'policies-group': ['Travel policy, to be read by Friday', 'Data retention, second draft'],
  'training-main': ['Working at heights, yearly', 'Handling complaints'],
}

/** Of an instance nobody has worked in, nothing. */
export const workIn = (id: string): readonly string[] => WORK[id] ?? []
