/** The parts of an entry that its MAC and its seal cover. */
export interface SealedEntry {
  readonly id: string
  readonly at: number
  readonly action: string
  readonly real: { readonly id: string; readonly name: string } | null
  readonly effective: { readonly id: string; readonly name: string } | null
  readonly target: { readonly id: string; readonly name: string } | null
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly reason: string | null
  readonly address: string | null
}

/** The one text of an entry, the same wherever it was stored: fields in a fixed order, changes by field name. */
export function entryText(entry: SealedEntry): string {
  const party = (one: SealedEntry['real']) => one && [one.id, one.name]
  const changes = Object.entries(entry.changes).sort(([a], [b]) => (a < b ? -1 : 1))
  const { id, at, action, real, effective, target, reason, address } = entry
  return JSON.stringify([id, at, action, party(real), party(effective), party(target), changes, reason, address])
}

/** The text whose digest is a batch's root. */
export function batchText(entries: readonly (SealedEntry & { readonly mac: string })[]): string {
  return entries.map((entry) => `${entryText(entry)} ${entry.mac}`).join('\n')
}

/** What the first seal continues. */
export const BEFORE_FIRST_SEAL = ''

/** The text whose MAC is a seal's hash. */
export function sealText(seal: {
  readonly number: number
  readonly previous: string
  readonly root: string
  readonly count: number
  readonly at: number
}): string {
  return JSON.stringify([seal.number, seal.previous, seal.root, seal.count, seal.at])
}

/** Old and new value of each field that differs. */
export function differences<T extends object>(
  before: T,
  after: Partial<T>,
): Record<string, readonly [unknown, unknown]> {
  const changes: Record<string, readonly [unknown, unknown]> = {}
  for (const key of Object.keys(after) as (keyof T & string)[]) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changes[key] = [before[key], after[key]]
  }
  return changes
}
