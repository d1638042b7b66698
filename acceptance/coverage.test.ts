import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const rows = read('docs/coverage.md')
  .split('\n')
  .flatMap((line) => {
    const [, row, , here] = line.split('|').map((cell) => cell.trim())
    return row !== undefined && here !== undefined && /^[ABC]\d+$/.test(row) ? [{ row, here }] : []
  })

it('accounts for every adjacent row once', () => {
  const from = (letter: string, first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`)
  expect(rows.map(({ row }) => row)).toEqual([...from('A', 33, 52), ...from('B', 51, 94), ...from('C', 41, 67)])
})

const later = rows.filter(({ here }) => here.startsWith('later: '))

it('leaves for later a second factor and SCIM, and nothing else', () => {
  expect(later.map(({ row }) => row)).toEqual(['B88', 'B94'])
})

it.each(rows.filter((each) => !later.includes(each)))('names for $row a test that carries it', ({ row, here }) => {
  expect(here).toMatch(/^(?:done|otherwise): `/)
  const [, file = ''] = /`([^`]+)`/.exec(here) ?? []
  expect(read(file)).toContain(`[${row}]`)
})
