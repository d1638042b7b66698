import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, unescaped } from './csv.rules.ts'

/** Cells of any characters, most of them the ones that matter here. */
const cell = fc.string({ unit: fc.oneof(fc.constantFrom(...'=+-@\t\r\n;,\'" a'), fc.string({ unit: 'binary' })) })

/** A cell as it is written, without its quotes. */
const written = (text: string) =>
  csvLine([text])
    .slice(0, -2)
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll('""', '"')

describe('a cell of a file', () => {
  it('comes back as it was, so that no two are written alike', () => {
    const check = fc.property(cell, (text) => {
      expect(unescaped(written(text))).toBe(text)
    })
    fc.assert(check, { numRuns: 5_000 })
  })

  it('starts no formula, whether it is thought to end where it ends, at semicolons, at tabs or at line breaks', () => {
    const check = fc.property(cell, fc.constantFrom(/$/, ';', '\t', /[\r\n]/, /[;\t\r\n]/), (text, separator) => {
      for (const part of written(text).split(separator)) expect(part).not.toMatch(/^[=+\-@]/)
    })
    fc.assert(check, { numRuns: 5_000 })
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['x;=1+1;y', "x;'=1+1;y"],
    ['user;-auditor', "user;'-auditor"],
    ['\t=1', "'\t'=1"],
    ["'tis", "''tis"],
    ["O'Neil; -5", "O'Neil; -5"],
  ])('is no more altered than it must be: %j is %j', (text, safe) => {
    expect(written(text)).toBe(safe)
  })

  it('keeps an apostrophe that guards nothing', () => {
    expect(unescaped("'tis")).toBe("'tis")
  })
})
