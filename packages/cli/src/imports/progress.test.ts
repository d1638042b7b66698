import { describe, expect, it } from 'vitest'
import { progressText } from './progress.rules.ts'
import { showProgress } from './show-progress.ts'

describe('the progress of an import', () => {
  it.each([
    [{ done: 0, of: 20_000, before: 0, seconds: 0 }, '[························]   0 %  0 of 20,000 rows'],
    [
      { done: 5_000, of: 20_000, before: 0, seconds: 4 },
      '[######··················]  25 %  5,000 of 20,000 rows  1,250 rows/s  12 s left',
    ],
    [
      { done: 12_000, of: 1_000_000, before: 10_000, seconds: 1 },
      '[························]   1 %  12,000 of 1,000,000 rows  2,000 rows/s  8 min 14 s left',
    ],
    [
      { done: 1_000, of: 1_000_000, before: 0, seconds: 10 },
      '[························]   0 %  1,000 of 1,000,000 rows  100 rows/s  2 h 46 min left',
    ],
    [
      { done: 20_000, of: 20_000, before: 19_000, seconds: 2 },
      '[########################] 100 %  20,000 of 20,000 rows  500 rows/s',
    ],
  ])('%o reads %s', (progress, text) => {
    expect(progressText(progress)).toBe(text)
  })

  /** What is shown of three thousand rows at six seconds a thousand. */
  function shown(isTTY: boolean, mark: string): string[] {
    let now = 0
    let text = ''
    const write = (piece: string) => {
      text += piece
    }
    const show = showProgress({ isTTY, write }, 0, () => now)
    for (let done = 1_000; done <= 3_000; done += 1_000) {
      now += 6_000
      show(done, 3_000, done === 3_000)
    }
    return text.split(mark).map((line) => line.slice(27))
  }

  it('is one line, drawn anew, on a terminal', () => {
    expect(shown(true, '\r\u001B[K')).toEqual([
      '',
      ' 33 %  1,000 of 3,000 rows  167 rows/s  12 s left',
      ' 66 %  2,000 of 3,000 rows  167 rows/s  6 s left',
      '100 %  3,000 of 3,000 rows  167 rows/s\n',
    ])
  })

  it('is a plain line every ten seconds elsewhere, and one at the end', () => {
    expect(shown(false, '\n')).toEqual([
      ' 66 %  2,000 of 3,000 rows  167 rows/s  6 s left',
      '100 %  3,000 of 3,000 rows  167 rows/s',
      '',
    ])
  })
})
