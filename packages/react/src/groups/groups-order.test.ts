import { expect, it } from 'vitest'
import { foundGroups, type GroupSort, sortedGroups } from './groups-order.ts'
import type { Group } from './groups-query.ts'

const group = (name: string, members: number, description = '', domains: string[] = []): Group => {
  return { id: name, name, description, domains, grants: [], version: 1, members }
}
const GROUPS = [
  group('Zephyr', 2, 'Weather', ['zephyr.example']),
  group('Ärzte', 10, '', []),
  group('Bauer', 2, 'Fields', ['bauer.example', 'acker.example']),
]
const by = (sort: GroupSort, descending = false) =>
  sortedGroups(GROUPS, { by: sort, descending }, 'de').map(({ name }) => name)

it('sorts by each column, in the order of the language, alike ones by name [C61]', () => {
  expect(by('name')).toEqual(['Ärzte', 'Bauer', 'Zephyr'])
  expect(by('name', true)).toEqual(['Zephyr', 'Bauer', 'Ärzte'])
  expect(by('members')).toEqual(['Bauer', 'Zephyr', 'Ärzte'])
  expect(by('members', true)).toEqual(['Ärzte', 'Bauer', 'Zephyr'])
})

it('keeps those without what is sorted by at the end, whichever the direction [C61]', () => {
  expect(by('description')).toEqual(['Bauer', 'Zephyr', 'Ärzte'])
  expect(by('description', true)).toEqual(['Zephyr', 'Bauer', 'Ärzte'])
  expect(by('domains', true)).toEqual(['Zephyr', 'Bauer', 'Ärzte'])
})

it('finds by every word in name, description or domain, accents or not', () => {
  const found = (typed: string) => foundGroups(GROUPS, typed).map(({ name }) => name)
  expect(found('ACKER')).toEqual(['Bauer'])
  expect(found('weather zeph')).toEqual(['Zephyr'])
  expect(found('weather bauer')).toEqual([])
  expect(found('')).toHaveLength(3)
})
