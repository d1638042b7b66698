import type { CsvProblem } from '@rollcall/core'

/** Some text of a file, and what is wrong with the file right after it; nothing follows a fault. */
export interface Piece {
  readonly text: string
  readonly fault: CsvProblem | null
}

const FILE_LIMIT = 100 * 1024 ** 2
/** Bytes decoded at once, whatever the size of the chunks that come. */
const PIECE = 65_536

/**
 * The text of a file in UTF-8, with or without a byte order mark, as it comes. It ends before the first byte that is no
 * UTF-8, before the first NUL, and after 100 MiB.
 */
export async function* textOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let size = 0
  let length = 0
  // The beginning of a character whose end is in the next chunk.
  let cut: Uint8Array = new Uint8Array()
  for await (const chunk of file) {
    size += chunk.length
    for (let from = 0; from < chunk.length; from += PIECE) {
      const bytes = joined(cut, chunk.subarray(from, from + PIECE))
      const whole = bytes.subarray(0, wholeCharacters(bytes))
      cut = bytes.slice(whole.length)
      const piece = withoutNul(decoded(whole))
      if (piece.text === '' && piece.fault === null) continue
      const text = length === 0 && piece.text.startsWith('\uFEFF') ? piece.text.slice(1) : piece.text
      length += piece.text.length
      // A zero at once is half of a character in UTF-16.
      yield { text, fault: piece.fault === 'nul' && length < 2 ? 'not-utf-8' : piece.fault }
      if (piece.fault !== null) return
    }
    if (size > FILE_LIMIT) {
      yield { text: '', fault: 'too-large' }
      return
    }
  }
  if (cut.length > 0) yield { text: '', fault: 'not-utf-8' }
}

function joined(start: Uint8Array, rest: Uint8Array): Uint8Array {
  if (start.length === 0) return rest
  const all = new Uint8Array(start.length + rest.length)
  all.set(start)
  all.set(rest, start.length)
  return all
}

/** How many bytes to take so that no character is cut at the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    const continues = (byte & 0xc0) === 0x80
    if (continues) continue
    const length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decoded(bytes: Uint8Array): Piece {
  const text = attempt(bytes, strict, false)
  if (text !== null) return { text, fault: null }
  let good = 0
  for (let bad = bytes.length; bad - good > 1; ) {
    const middle = (good + bad) >> 1
    const decoder = new TextDecoder('utf-8', { fatal: true })
    if (attempt(bytes.subarray(0, middle), decoder, true) === null) bad = middle
    else good = middle
  }
  const whole = bytes.subarray(0, good)
  return { text: strict.decode(whole.subarray(0, wholeCharacters(whole))), fault: 'not-utf-8' }
}

function attempt(bytes: Uint8Array, decoder: TextDecoder, stream: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    return null
  }
}

function withoutNul(piece: Piece): Piece {
  const at = piece.text.indexOf('\0')
  return at === -1 ? piece : { text: piece.text.slice(0, at), fault: 'nul' }
}
