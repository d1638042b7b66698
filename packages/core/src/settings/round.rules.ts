/** How far a round of welcomes has come, oldest people first. */
export interface Round {
  /** Whoever was set up later was told the new address to begin with. */
  readonly until: number
  /** The last person it was at; null before the first. */
  readonly after: { readonly value: string | number | null; readonly id: string } | null
}

/** Longer than an import goes on with the settings it began with. Milliseconds. */
const SETTLING = 10_000

export const roundFrom = (now: number): string => placeOf({ until: now + SETTLING, after: null })

/** As storage keeps it. */
export const placeOf = (round: Round): string => JSON.stringify(round)
export const roundAt = (place: string): Round => JSON.parse(place) as Round
