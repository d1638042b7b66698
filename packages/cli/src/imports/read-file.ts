import { createReadStream, statSync } from 'node:fs'
import { Complaint } from '../explain.ts'
import type { Out } from './show-progress.ts'

/** The bytes of a file, showing on a terminal how many of them were taken. Throws a `Complaint` where there is none. */
export function readFile(path: string, out: Out): AsyncIterable<Uint8Array> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new Complaint(`There is no file ${path}.`)
  return out.isTTY ? shown(path, stat.size, out) : createReadStream(path)
}

async function* shown(path: string, size: number, out: Out): AsyncGenerator<Uint8Array> {
  let read = 0
  let percent = -1
  try {
    for await (const bytes of createReadStream(path) as AsyncIterable<Uint8Array>) {
      yield bytes
      read += bytes.length
      const now = Math.floor((read / size) * 100)
      if (now > percent) out.write(`\r\u001B[KChecking ${path}: ${now} %`)
      percent = now
    }
  } finally {
    out.write('\r\u001B[K')
  }
}
