import { ATTRIBUTE_COLUMN, type AttributeColumn, COLUMNS, type Column } from '@rollcall/core/rules'

/** What a column of the file can hold. */
export type Holding = Column | AttributeColumn

/** Header → what its column holds; null leaves it out. */
export type Mapping = Readonly<Record<string, Holding | null>>

/** How what a column becomes was found. */
export type Match = 'exact' | 'remembered' | 'guessed' | 'chosen' | 'none'

/** The header that says by itself what the column holds. */
export function headerFor(holding: Holding): string {
  return Object.hasOwn(COLUMNS, holding) ? COLUMNS[holding as Column] : holding
}

/** What a file can hold here: user names only where there are any, and the host's own fields. */
export function holdingsOf(policy: {
  readonly username: unknown
  readonly attributes: readonly { readonly key: string }[]
}): Holding[] {
  const columns = (Object.keys(COLUMNS) as Column[]).filter(
    (column) => column !== 'username' || policy.username !== null,
  )
  return [...columns, ...policy.attributes.map(({ key }) => `${ATTRIBUTE_COLUMN}${key}` as const)]
}

/** What the columns become as long as nobody says otherwise: as remembered, as named, as guessed. */
export function firstMapping(headers: readonly string[], known: readonly Holding[], remembered: Mapping): Mapping {
  const taken = new Set<Holding>()
  const take = (holding: Holding | null | undefined) => {
    if (!holding || taken.has(holding)) return null
    taken.add(holding)
    return holding
  }
  const sure = new Map(
    headers.map((header) => [header, take(header in remembered ? remembered[header] : exact(header, known))]),
  )
  return Object.fromEntries(
    headers.map((header) => [header, sure.get(header) ?? (header in remembered ? null : take(guess(header, known)))]),
  )
}

/** How it was found, as far as it still is what was found. */
export function matchOf(header: string, mapping: Mapping, known: readonly Holding[], remembered: Mapping): Match {
  const holding = mapping[header] ?? null
  if (holding !== null && holding === exact(header, known)) return 'exact'
  if (header in remembered && remembered[header] === holding) return 'remembered'
  if (holding === null) return 'none'
  return holding === guess(header, known) ? 'guessed' : 'chosen'
}

/** What must be said of the columns, because their headers say something else. */
export function saidOf(mapping: Mapping, known: readonly Holding[]): Mapping {
  return Object.fromEntries(
    Object.entries(mapping).filter(([header, holding]) => !holding || exact(header, known) !== holding),
  )
}

/** Headers that become what an earlier one becomes already. */
export function doubledIn(headers: readonly string[], mapping: Mapping): ReadonlySet<string> {
  const held = headers.filter((header) => mapping[header])
  return new Set(held.filter((header, place) => held.findIndex((each) => mapping[each] === mapping[header]) < place))
}

/** Where the mapping of files with these headers, in whatever order, is remembered. */
export function mappingId(headers: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify([...headers].sort()))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return `import.${hash.toString(36)}`
}

/** A mapping as it was written down, as far as these headers and what is known still fit. */
export function rememberedIn(text: string | null, headers: readonly string[], known: readonly Holding[]): Mapping {
  try {
    const kept: unknown = JSON.parse(text ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(
      Object.entries(kept).filter(([header, holding]) => {
        return headers.includes(header) && (holding === null || known.includes(holding))
      }),
    )
  } catch {
    return {}
  }
}

function exact(header: string, known: readonly Holding[]): Holding | null {
  return known.find((holding) => headerFor(holding) === header) ?? null
}

function guess(header: string, known: readonly Holding[]): Holding | null {
  const plain = plainly(header)
  return known.find((holding) => [headerFor(holding), holding].some((name) => plainly(name) === plain)) ?? null
}

function plainly(name: string): string {
  return name.replace(/^attr:|[\s_.-]/gi, '').toLowerCase()
}
