import fc from 'fast-check'

/** What a spreadsheet, a reader of CSV or our own escape could take for something else, at the start of a cell. */
const STARTS = [
  ...['=', '+', '-', '@', '=1+1', '+1+1', '-1+1', '@SUM(1)', '=HYPERLINK("https://contoso.example","Here")'],
  ...["'", "''", "'=", "'+", "'-", "'@", "'''=", '"', '""', '"="', '＝', '＋', '－', '＠', '='.repeat(3)],
]

/** What may stand anywhere. */
const PIECES = [
  ...[
    ...STARTS,
    ',',
    ';',
    ':',
    ', ',
    '; ',
    "','",
    '","',
    '\\',
    '|',
    '#',
    'true',
    'false',
    'null',
    'default',
    '1e5',
    '007',
  ],
  ...[' ', '  ', '\u00a0', '\u3000', '\u200b', 'a', 'Ä', 'A\u0308', 'e\u0301', '\u0301', 'ß', 'ﬁ', 'İ', 'ς', '𝒥', '字'],
  ...[';=1+1;', '";=1+1;"', ';@SUM(1);', ";'=1+1"],
  ...['👩‍🚀', '🇩🇪', '👍🏽', 'שלום', 'مرحبا', 'z\u0351\u0304\u0489', '\u00ad', '\u{e0061}'],
]

/**
 * What no text of a person can hold: control characters (NUL, tabs and line breaks among them), separators of lines and
 * paragraphs, marks and overrides of direction, byte order marks, halves of characters. The edge refuses them, as
 * `files.test.ts` says of each; so no file of ours ever has them.
 */
export const NEVER_HELD = [
  '\0',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u200f',
  '\u202e',
  '\ufeff',
  '\ud800',
]
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

/** Texts as somebody could store them, of at most so many UTF-16 units; blank and with spaces at the edges too. */
export function hostileText(max: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    fc.string({ unit: 'binary', maxLength: 4 }).filter((text) => !UNSEEN.test(text)),
  )
  const body = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
  const long = fc.tuple(fc.constantFrom(...STARTS), fc.constantFrom('x', '"', "'", ';', '𝒥')).map(([start, unit]) => {
    return `${start}${unit.repeat(max)}`
  })
  const started = fc.tuple(fc.constantFrom('', ' ', ...STARTS), body).map(([start, rest]) => `${start}${rest}`)
  const any = fc.oneof({ weight: 12, arbitrary: started }, { weight: 2, arbitrary: fc.constantFrom('', ' ') }, long)
  return any.map((text) => cut(text, max))
}

/** The beginning of a text, without half of a character at its end. */
function cut(text: string, max: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > max) break
    kept += character
  }
  return kept
}
