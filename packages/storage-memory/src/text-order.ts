/**
 * Compares text as its UTF-8 bytes compare, which is the order of code points. JavaScript's `<` compares UTF-16 units
 * and puts everything above U+FFFF before U+E000.
 */
export function compareText(a: string, b: string): number {
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const difference = (a.codePointAt(index) ?? 0) - (b.codePointAt(index) ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
