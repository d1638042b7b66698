import { progressText } from './progress.rules.ts'

/** Where lines go: standard output, a terminal or not. */
export interface Out {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Seconds between two lines where no line can be drawn over. */
const EVERY = 10

/** Shows how far an import is: on a terminal in one line that is drawn anew, elsewhere in a line from time to time. */
export function showProgress(out: Out, before: number, clock: () => number) {
  const began = clock()
  let shown = began
  return (done: number, of: number, last: boolean) => {
    const now = clock()
    const text = progressText({ done, of, before, seconds: (now - began) / 1000 })
    if (out.isTTY) out.write(`\r\u001B[K${text}${last ? '\n' : ''}`)
    else if (last || now - shown >= EVERY * 1000) {
      out.write(`${text}\n`)
      shown = now
    }
  }
}
