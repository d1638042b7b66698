import { CsvError, type CsvRecord } from '@rollcall/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvParser, recordsOf } from './csv-parser.ts'
import { textOf } from './csv-text.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function* chunks(...parts: Uint8Array[]) {
  yield* parts
}

async function all(records: AsyncIterable<CsvRecord>): Promise<CsvRecord[]> {
  const found: CsvRecord[] = []
  for await (const record of records) found.push(record)
  return found
}

/** A file in pieces of so many bytes. */
function pieces(file: Uint8Array, size: number): Uint8Array[] {
  const found: Uint8Array[] = []
  for (let from = 0; from < file.length; from += size) found.push(file.subarray(from, from + size))
  return found
}

const parse = (file: string | Uint8Array) =>
  all(csvParser().parse(chunks(typeof file === 'string' ? bytesOf(file) : file)))

const cellsOf = async (file: string) => (await parse(file)).map(({ cells }) => cells)

/** What is wrong with a file, and how many records came before that. */
async function faultOf(...parts: (string | Uint8Array)[]) {
  const file = chunks(...parts.map((part) => (typeof part === 'string' ? bytesOf(part) : part)))
  let read = 0
  try {
    for await (const _ of csvParser().parse(file)) read += 1
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return [error.problem, error.line, error.column, read]
  }
  return null
}

describe('a file', () => {
  test.each([
    ['CRLF', 'a,b\r\nc,d\r\n'],
    ['LF', 'a,b\nc,d\n'],
    ['CR', 'a,b\rc,d\r'],
    ['a mixture that began with LF', 'a,b\nc,d\r\n'],
    ['a mixture that began with CRLF', 'a,b\r\nc,d\n'],
    ['no break after the last line', 'a,b\r\nc,d'],
    ['half of a CRLF after the last line', 'a,b\r\nc,d\r'],
    ['a byte order mark', '\uFEFFa,b\r\nc,d'],
    ['quotes around everything', '"a","b"\r\n"c","d"\r\n'],
    ['spaces behind a quote', '"a" ,"b" \r\n"c","d" \r\n'],
  ])('is read with %s', async (_, file) => {
    expect(await cellsOf(file)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('keeps quotes, commas, line breaks and every character inside quotes', async () => {
    expect(await cellsOf('"a ""b""" ,"c,d"\r\n"e\r\nf","g\nh"\r\n"i\r",\uFEFF𝒥 é e\u0301\r\n')).toEqual([
      ['a "b"', 'c,d'],
      ['e\r\nf', 'g\nh'],
      ['i\r', '\uFEFF𝒥 é e\u0301'],
    ])
  })

  test('begins with a byte order mark once; later ones are text', async () => {
    const file = chunks(bytesOf('\uFEFF\uFEFFa\n'), bytesOf('\uFEFFb\n'))
    expect((await all(csvParser().parse(file))).map(({ cells }) => cells)).toEqual([['\uFEFFa'], ['\uFEFFb']])
  })

  test('numbers its records by the line each begins on, and passes over lines with nothing on them', async () => {
    expect(await parse('a,b\r\n\r\n"c\r\n\r\nd",e\r\n""\r\nf\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['c\r\n\r\nd', 'e'] },
      { line: 6, cells: [''] },
      { line: 7, cells: ['f'] },
    ])
  })

  test('hands on rows of any length as they are', async () => {
    expect(await cellsOf('a,b\nc\nd,e,f,\n')).toEqual([['a', 'b'], ['c'], ['d', 'e', 'f', '']])
  })

  test.each(['', '\uFEFF', '\r\n', '\n\n\n'])('that says nothing (%j) has no records', async (file) => {
    expect(await parse(file)).toEqual([])
  })

  test('may have one column, a semicolon in a quoted header, and semicolons and tabs in its rows', async () => {
    expect(await cellsOf('Email\na;b\tc')).toEqual([['Email'], ['a;b\tc']])
    expect(await cellsOf('"a;b"\nc')).toEqual([['a;b'], ['c']])
  })

  test('of whatever cells is read as it was written, in quotes where they must be or just may be', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'",\r\n\'=é a\uFEFF') }),
    )
    const cell = fc.tuple(
      text.filter((each) => !each.includes('\0')),
      fc.boolean(),
    )
    const row = fc.array(cell, { minLength: 1, maxLength: 5 })
    const file = fc.array(
      row.filter((cells) => cells.length > 1 || cells[0]?.[0] !== ''),
      { minLength: 1 },
    )
    const quoted = ([each, may]: readonly [string, boolean]) =>
      may || /[",\r\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 40 }), async (rows, batch) => {
        const lines = rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`)
        const written = bytesOf(['one,two\r\n', ...lines].join(''))
        const read = await all(recordsOf(textOf(chunks(...pieces(written, batch))), batch))
        const cells = rows.map((each) => each.map(([what]) => what))
        expect(read.map((record) => record.cells)).toEqual([['one', 'two'], ...cells])
      }),
    )
  })

  test('is read alike wherever its chunks are cut, and whatever is parsed at once', async () => {
    const nasty = bytesOf('\uFEFF"é"",\r\n𝒥",b\r\n"c\r\n""",\r\n\r\n"\r\n\r",é𝒥"\r\n'.replace('𝒥"\r\n', '𝒥\r\n'))
    const whole = await parse(nasty)
    expect(whole).toHaveLength(3)
    for (let cut = 0; cut <= nasty.length; cut += 1) {
      for (const batch of [1, 7, nasty.length]) {
        const file = chunks(nasty.subarray(0, cut), nasty.subarray(cut))
        expect(await all(recordsOf(textOf(file), batch)), `cut at ${cut}, ${batch} at once`).toEqual(whole)
      }
    }
    expect(await all(recordsOf(textOf(chunks(...pieces(nasty, 1))), 1))).toEqual(whole)
  })
})

describe('refused, with line and column:', () => {
  test.each<[string, string | Uint8Array, unknown[]]>([
    ['semicolons', 'Username;Email\nada;a@b', ['not-commas', 1, null, 0]],
    ['quoted headers between semicolons', '"Username";"Email"\n"ada";"a@b"', ['not-commas', 1, null, 0]],
    ['semicolons in a header alone', 'Username;Email', ['not-commas', 1, null, 0]],
    ['tabs', 'Username\tEmail\n', ['not-commas', 1, null, 0]],
    ['UTF-16 that says so', Uint8Array.of(0xff, 0xfe, 0x61, 0x00), ['not-utf-8', 1, 1, 0]],
    ['UTF-16 that says so, the other way round', Uint8Array.of(0xfe, 0xff, 0x00, 0x61), ['not-utf-8', 1, 1, 0]],
    ['UTF-16 without a mark', Uint8Array.of(0x61, 0x00, 0x2c, 0x00), ['not-utf-8', 1, 1, 0]],
    ['UTF-16 without a mark, the other way round', Uint8Array.of(0x00, 0x61, 0x00, 0x2c), ['not-utf-8', 1, 1, 0]],
    ['a NUL', 'a,b\r\nc,"x\r\n\0"', ['nul', 3, 2, 1]],
    ['a quote that nothing closes', 'a,b\nc,"d\ne,f\n', ['unclosed-quote', 2, 2, 1]],
    ['a quote inside a bare cell', 'a,b\nc,d\n"x\ny",5" pipe\n', ['stray-quote', 4, 2, 2]],
    ['text behind a closing quote', 'a,b\n"c"d,e\n', ['stray-quote', 2, 1, 1]],
    ['a quote that another record closes', 'a,b\nc,"d\ne,"f"\n', ['stray-quote', 2, 2, 1]],
    ['a quote behind a space', 'a,b\nc, "d, e"\n', ['stray-quote', 2, 2, 1]],
  ])('%s', async (_, file, fault) => {
    expect(await faultOf(file)).toEqual(fault)
  })

  test.each([
    ['Latin-1', [0x61, 0xe9, 0x62]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['half a character before a comma', [0xe2, 0x82, 0x2c]],
    ['half a character at the end', [0xf0, 0x9f, 0x98]],
    ['a lone continuation', [0x80]],
  ])('bytes that are no UTF-8: %s, wherever the chunks are cut', async (_, wrong) => {
    const file = Uint8Array.from([...bytesOf('é,b\r\nc,é'), ...wrong])
    for (let cut = 0; cut <= file.length; cut += 1) {
      expect(await faultOf(file.subarray(0, cut), file.subarray(cut)), `cut at ${cut}`).toEqual(['not-utf-8', 2, 2, 1])
    }
  })

  test('a record over 1 MiB, before more than that of it is held', async () => {
    const filler = `${'x'.repeat(1023)},`
    expect(await faultOf(`a,b\n${filler.repeat(1024)}`)).toBeNull()
    expect(await faultOf(`a,b\n${filler.repeat(1024)},\n`)).toEqual(['too-large', 2, null, 1])
    let sent = 0
    const endless = (async function* () {
      yield bytesOf('a,b\n')
      for (; ; sent += 1) yield bytesOf(filler)
    })()
    await expect(all(csvParser().parse(endless))).rejects.toMatchObject({ problem: 'too-large', line: 2 })
    expect(sent).toBeLessThan(2_100)
    expect(await faultOf('a,b\nc,"', filler.repeat(2000))).toEqual(['unclosed-quote', 2, 2, 1])
  })

  test('a file over 100 MiB, which is read with little memory until there', async () => {
    const line = bytesOf(`${'ada@people.example,'.repeat(50)}"Byron, Ada"\r\n`)
    const many = new Uint8Array(line.length * 1000)
    for (let at = 0; at < many.length; at += line.length) many.set(line, at)
    let read = 0
    const file = (async function* () {
      for (;;) yield many
    })()
    const before = process.memoryUsage().rss
    let most = 0
    const reading = async () => {
      for await (const _ of csvParser().parse(file)) {
        read += 1
        if (read % 10_000 === 0) most = Math.max(most, process.memoryUsage().rss)
      }
    }
    await expect(reading()).rejects.toMatchObject({ problem: 'too-large', column: null })
    expect(Math.round((read * line.length) / 1024 ** 2)).toBe(100)
    // What was read and is not collected yet counts along; all of its cells would be several times that.
    expect((most - before) / 1024 ** 2).toBeLessThan(200)
  })
})
