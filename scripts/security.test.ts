import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(resolve(root, path), 'utf8')
const text = read('docs/security.md')
const [claimed = '', beyond = ''] = text.split('### Of level 3')

const rowsOf = (part: string) =>
  Array.from(part.matchAll(/^\| (V[\d.]+) \|(.*)\|$/gm), ([, id = '', rest = '']) => {
    const [asks = '', where = '', test = '', ...more] = rest.split(' | ').map((cell) => cell.trim())
    return { id, asks, where, test, more }
  })
const rows = [...rowsOf(claimed), ...rowsOf(beyond)]
const ids = rows.map(({ id }) => id)

const PATH = /`((?:acceptance|docs|packages|scripts)\/[^`]+\.\w+|biome\.json|pnpm-lock\.yaml)`/g
const pathsIn = (cell: string) => Array.from(cell.matchAll(PATH), ([, path = '']) => path)
const namedIn = (cell: string) =>
  Array.from(cell.matchAll(/`([^`]+)` "([^"]+)"/g), ([, path = '', part = '']) => ({ path, part }))

const sectionsIn = (cell: string) => Array.from(cell.matchAll(/\]\(#([^)]+)\)/g), ([, anchor = '']) => anchor)

/** Numbers of an id, so that V1.10.1 follows V1.9.1. */
const order = (id: string) =>
  id
    .slice(1)
    .split('.')
    .reduce((sum, number) => sum * 1_000 + Number(number), 0)
const inOrder = (part: readonly string[]) => [...part].sort((a, b) => order(a) - order(b))

/** What a test file calls its tests: the texts that calls begin with, and the names of its stories. */
function namesOf(path: string): string[] {
  const source = read(path)
  const called = source.matchAll(/\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`]*)`)/g)
  const stories = source.matchAll(/^export const (\w+): Story|^ {2}name: '([^']+)'/gm)
  return [...called, ...stories].map(([, ...texts]) => texts.find((one) => one !== undefined) ?? '')
}

/** As GitHub names the place of a heading. */
const anchors = Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-'),
)

describe('the requirements in docs/security.md', () => {
  it('are as many as it claims', () => {
    const [, one, two] = /^(\d+) requirements of level 1 and (\d+) of level 2/m.exec(text) ?? []
    expect(rowsOf(claimed)).toHaveLength(Number(one) + Number(two))
  })

  it('occur once each, in order, under their chapter', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    for (const part of [claimed, beyond]) {
      const given = rowsOf(part).map(({ id }) => id)
      expect(given).toEqual(inOrder(given))
    }
    for (const table of claimed.split(/^### /m).slice(1)) {
      const [chapter = ''] = table.split(' ', 1)
      const strays = rowsOf(table).filter(({ id }) => !id.startsWith(`${chapter}.`))
      expect(strays.map(({ id }) => `${id} under ${chapter}`)).toEqual([])
    }
  })

  it('each say where and which test, or why not', () => {
    const incomplete = rows.filter(({ asks, where, test, more }) => {
      return (
        asks === '' || test === '' || more.length > 0 || (pathsIn(where).length === 0 && !/^not yet: \S/.test(where))
      )
    })
    expect(incomplete.map(({ id }) => id)).toEqual([])
  })

  it('name places that exist', () => {
    const missing = rows.flatMap(({ id, where, test }) => {
      const places = pathsIn(`${where} ${test}`).filter((path) => !existsSync(resolve(root, path)))
      const sections = sectionsIn(where).filter((section) => !anchors.includes(section))
      return [...places, ...sections].map((one) => `${id}: ${one}`)
    })
    expect(missing).toEqual([])
  })

  it('name tests by what they are called', () => {
    const unknown = rows.flatMap(({ id, test }) => {
      const named = namedIn(test)
      const bare = pathsIn(test).filter((path) => !path.endsWith('.mjs') && named.every((one) => one.path !== path))
      const lost = named.filter(({ path, part }) => !namesOf(path).some((name) => name.includes(part)))
      return [...bare, ...lost.map(({ path, part }) => `${path} "${part}"`)].map((one) => `${id}: ${one}`)
    })
    expect(unknown).toEqual([])
  })
})
