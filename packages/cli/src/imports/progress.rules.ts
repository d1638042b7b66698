/** How far a work is, and since when. */
export interface Progress {
  readonly done: number
  readonly of: number
  /** Done before this process took over; it says nothing of its speed. */
  readonly before: number
  readonly seconds: number
}

const WIDTH = 24

/** `[######··················]  25 %  5,000 of 20,000 rows  1,250 rows/s  12 s left` */
export function progressText({ done, of, before, seconds }: Progress): string {
  const part = of === 0 ? 1 : done / of
  const full = Math.round(part * WIDTH)
  const bar = `[${'#'.repeat(full)}${'·'.repeat(WIDTH - full)}]`
  const percent = `${Math.floor(part * 100)} %`.padStart(5)
  const said = [`${bar} ${percent}`, `${grouped(done)} of ${grouped(of)} rows`]
  const rate = seconds > 0 ? (done - before) / seconds : 0
  if (rate > 0) said.push(`${grouped(Math.round(rate))} rows/s`)
  if (rate > 0 && done < of) said.push(`${durationText((of - done) / rate)} left`)
  return said.join('  ')
}

function durationText(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}

/** 20000 → 20,000 */
export function grouped(count: number): string {
  return count.toLocaleString('en-GB')
}
