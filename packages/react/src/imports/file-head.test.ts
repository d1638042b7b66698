import { describe, expect, test } from 'vitest'
import { headOf, readHead } from './file-head.ts'

const fileOf = (...parts: BlobPart[]) => new Blob(parts)

describe('the columns of a file', () => {
  test('are its first record, with what first stands beneath', () => {
    expect(headOf('Email,FirstName\r\n\r\na@x.example,Ann\r\nb@x.example,\r\n', true)).toEqual({
      headers: ['Email', 'FirstName'],
      examples: [['a@x.example', 'b@x.example'], ['Ann']],
    })
  })

  test('may stand in quotes that hold commas, quotes and line breaks', () => {
    expect(headOf('"Family, given","a ""b"""\n"one\ntwo",2', true)).toEqual({
      headers: ['Family, given', 'a "b"'],
      examples: [['one\ntwo'], ['2']],
    })
  })

  test('end with an empty cell where the line ends with a comma', () => {
    expect(headOf('a,b\n1,', true)).toEqual({ headers: ['a', 'b'], examples: [['1'], []] })
  })

  test('leave out the record that is cut off', () => {
    expect(headOf('a,b\n1,2\n3', false)?.examples).toEqual([['1'], ['2']])
    expect(headOf('a,b', false)).toBeNull()
  })

  test('are not told of semicolons, doubled names, NULs, nothing or other encodings', async () => {
    expect(headOf('a;b\n1;2', true)).toBeNull()
    expect(headOf('a,a\n1,2', true)).toBeNull()
    expect(headOf('a,b\0\n', true)).toBeNull()
    expect(headOf('', true)).toBeNull()
    expect(await readHead(fileOf(new Uint8Array([0xff, 0xfe, 0x61, 0])))).toBeNull()
  })

  test('are found behind a byte order mark, and where a character is cut off', async () => {
    const long = 'é'.repeat(40_000)
    expect(await readHead(fileOf('\uFEFFEmail\na@x.example'))).toEqual({
      headers: ['Email'],
      examples: [['a@x.example']],
    })
    expect((await readHead(fileOf('Email,x\na@x.example,', long)))?.headers).toEqual(['Email', 'x'])
  })
})
