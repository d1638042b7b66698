/**
 * The place of the name that begins with what was typed, looked for from the current one on (-1 for none): one letter, or
 * the same one again and again, goes to the next; more letters stay where they still fit. -1 where none does.
 */
export function matchOf(names: readonly string[], typed: string, current: number): number {
  const [letter = ''] = typed
  const start = (typed === letter.repeat(typed.length) ? letter : typed).toLowerCase()
  const from = Math.max(start === letter.toLowerCase() ? current + 1 : current, 0)
  const places = names.map((_, index) => (from + index) % names.length)
  return places.find((index) => names[index]?.toLowerCase().startsWith(start)) ?? -1
}
