/**
 * A name as one harmless line: no control characters or line breaks, which could start another header, no switches of
 * writing direction, which could make an address look like another, no half characters, which cannot be encoded.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The lines of a message, each cleaned like a name. */
export function lines(text: string): string[] {
  return text
    .trim()
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(oneLine)
}

/** Joined with an invisible character, so that mail programs do not turn a name like evil.example into a link. */
export function unlinked(text: string): string {
  return text.replace(/\.(?=\p{L})|:(?=\/\/)/gu, '$&\u2060')
}
