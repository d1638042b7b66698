/** So many places for what is on its way, by number: they have no other identity. */
export function places(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place)
}
