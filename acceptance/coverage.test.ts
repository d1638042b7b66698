import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const rows = read('docs/coverage.md')
  .split('\n')
  .flatMap((line) => {
    const [, row, , here] = line.split('|').map((cell) => cell.trim())
    return row !== undefined && here !== undefined && /^A\d+$/.test(row) ? [{ row, here }] : []
  })

it('accounts for every adjacent row once', () => {
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, index) => `A${index + 33}`))
})

it.each(rows)('names for $row a test that carries it', ({ row, here }) => {
  expect(here).toMatch(/^(?:done|otherwise): `/)
  const [, file = ''] = /`([^`]+)`/.exec(here) ?? []
  expect(read(file)).toContain(`[${row}]`)
})
