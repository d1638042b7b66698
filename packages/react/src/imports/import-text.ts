const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

/** "148 kB", "3.2 MB". */
export function sizeText(bytes: number, locale: string): string {
  const power = Math.min(bytes < 1_000 ? 0 : Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const unit = UNITS[power] ?? 'byte'
  const style = { style: 'unit', unit, maximumSignificantDigits: power === 2 ? 2 : 3 } as const
  return new Intl.NumberFormat(locale, style).format(bytes / 1_000 ** power)
}

/** "14 seconds", "3 minutes", "2 hours": rounded up, so that it never promises too much. */
export function timeLeftText(milliseconds: number, locale: string): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1_000))
  const [count, unit] =
    seconds < 100
      ? ([seconds, 'second'] as const)
      : seconds < 100 * 60
        ? ([Math.ceil(seconds / 60), 'minute'] as const)
        : ([Math.ceil(seconds / 3_600), 'hour'] as const)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

/** The texts of a cell that holds several, told apart by what is new and what is gone. */
export function listDifference(
  before: string,
  after: string,
  between: string,
): { readonly added: string[]; readonly taken: string[] } {
  const [old, next] = [textsIn(before, between), textsIn(after, between)]
  return { added: next.filter((text) => !old.includes(text)), taken: old.filter((text) => !next.includes(text)) }
}

/** The texts of such a cell. */
export function textsIn(cell: string, between: string): string[] {
  return cell
    .split(between)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}
