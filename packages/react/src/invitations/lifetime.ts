/** "7 days", "1 day", "36 hours": whole days as days. */
export function lifetimeText(hours: number, locale: string): string {
  const [count, unit] = hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
