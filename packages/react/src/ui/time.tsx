import { type ComponentPropsWithoutRef, forwardRef, useSyncExternalStore } from 'react'
import { cx } from './class-names.ts'
import { useRollcall } from './rollcall-context.ts'
import { dateText, dayTime, exactTime, relativeTime } from './time-text.ts'

export interface TimeProps extends Omit<ComponentPropsWithoutRef<'time'>, 'children' | 'dateTime'> {
  /** ISO 8601 or epoch milliseconds. */
  at: string | number
  /** `relative` under a day with the exact one on hover; `day` is "today, 14:02", to the second `day-second`. */
  show?: 'relative' | 'date' | 'day' | 'day-second' | 'exact'
}

/** An instant, kept current while it is on screen. */
export const Time = forwardRef<HTMLTimeElement, TimeProps>(function Time(
  { at, show = 'relative', className, ...rest },
  ref,
) {
  const { locale, timeZone, clock } = useRollcall()
  // The server knows neither the reader's clock nor their zone: it writes the date in UTC, the first effect the rest.
  const now = useSyncExternalStore(clock.subscribe, clock.read, () => null)
  const instant = new Date(at)
  const time = instant.getTime()
  const style = { locale, timeZone: now === null ? (timeZone ?? 'UTC') : timeZone }
  const exact = exactTime(time, style)
  const words = {
    date: () => dateText(time, style),
    day: () => dayTime(time, now ?? NaN, style),
    'day-second': () => dayTime(time, now ?? NaN, style, 'second'),
    exact: () => exact,
    relative: () => relativeTime(time, now ?? Infinity, style),
  }
  return (
    <time ref={ref} className={cx('rc-time', className)} dateTime={instant.toISOString()} title={exact} {...rest}>
      {words[show]()}
    </time>
  )
})
