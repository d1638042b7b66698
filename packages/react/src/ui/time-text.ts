const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How instants are written: the language they are in and the zone they are told for. */
export interface TimeStyle {
  readonly locale: string
  readonly timeZone: string | undefined
}

/** Under a day before or after `now` in words ("2 minutes ago", "in 3 hours"), else the date. Epoch milliseconds. */
export function relativeTime(at: number, now: number, style: TimeStyle): string {
  const distance = at - now
  const size = Math.abs(distance)
  if (size >= DAY) return dateText(at, style)
  const words = relativeFormat(style.locale)
  if (size < MINUTE) return words.format(0, 'second')
  if (size < HOUR) return words.format(Math.trunc(distance / MINUTE), 'minute')
  return words.format(Math.trunc(distance / HOUR), 'hour')
}

/** "12 Mar 2026". */
export function dateText(at: number, style: TimeStyle): string {
  return dateFormat(style, { dateStyle: 'medium' }).format(at)
}

/** "12 Mar 2026, 14:02:41", to the second, for what is looked into later. */
export function exactTime(at: number, style: TimeStyle): string {
  return dateFormat(style, { dateStyle: 'medium', timeStyle: 'medium' }).format(at)
}

/** "today, 14:02", "yesterday, 17:42", "12 Mar 2026, 14:02": a moment that will be compared with a clock on the wall. */
export function dayTime(at: number, now: number, style: TimeStyle, precision: 'minute' | 'second' = 'minute'): string {
  const timeStyle = precision === 'minute' ? 'short' : 'medium'
  const format = dateFormat(style, { dateStyle: 'medium', timeStyle })
  const days = Math.round((dayOf(at, style.timeZone) - dayOf(now, style.timeZone)) / DAY)
  if (!(Math.abs(days) <= 1)) return format.format(at)
  // The word takes the place of the date, wherever the language puts that.
  const parts = format.formatToParts(at)
  const dates = parts.flatMap(({ type }, index) => (DATE_PARTS.includes(type) ? [index] : []))
  const words = parts.map(({ value }) => value)
  words.splice(
    dates[0] ?? 0,
    (dates.at(-1) ?? 0) - (dates[0] ?? 0) + 1,
    relativeFormat(style.locale).format(days, 'day'),
  )
  return words.join('')
}

const DATE_PARTS: readonly string[] = ['era', 'year', 'month', 'day', 'weekday']

/** Midnight of the day as that zone counts it, told as if it were UTC; NaN for no instant. */
function dayOf(at: number, timeZone: string | undefined): number {
  return Number.isFinite(at)
    ? Date.parse(dateFormat({ locale: 'en-CA', timeZone }, { dateStyle: 'short' }).format(at))
    : NaN
}

/** The day of an instant as that zone counts days: `2026-06-14`. */
export function dayText(at: number, timeZone: string | undefined): string {
  return new Date(dayOf(at, timeZone)).toISOString().slice(0, 10)
}

/** When that day (`2026-06-14`), or the one so many days after it, begins in that zone. Not every day has a midnight. */
export function dayStart(day: string, later: number, timeZone: string | undefined): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * DAY
  // What the clocks there showed a day before and will show a day after: one of the two holds when the day begins.
  const starts = [midnight - DAY, midnight + DAY].map((at) => midnight - offsetAt(at, timeZone)).sort((a, b) => a - b)
  return starts.find((at) => dayOf(at, timeZone) === midnight) ?? midnight
}

/** By how much the clocks of that zone are ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string | undefined): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', ...(timeZone ? { timeZone } : {}) })
  const [hours = 0, minutes = 0, seconds = 0] = format.format(at).split(':').map(Number)
  return dayOf(at, timeZone) + hours * HOUR + minutes * MINUTE + seconds * 1_000 - at
}

// Making a formatter costs far more than using it, and a table uses two a row.
const formats = new Map<string, Intl.DateTimeFormat>()
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>()

function dateFormat({ locale, timeZone }: TimeStyle, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remembered(formats, `${locale} ${timeZone} ${options.dateStyle} ${options.timeStyle}`, () => {
    return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone ? { timeZone } : {}) })
  })
}

function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  return remembered(relativeFormats, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
}

function remembered<Format>(known: Map<string, Format>, key: string, make: () => Format): Format {
  const format = known.get(key) ?? make()
  known.set(key, format)
  return format
}
