import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { enGB } from './en-GB.ts'
import { createTranslation } from './translate.ts'

const source = join(import.meta.dirname, '..')
const english = join(import.meta.dirname, 'en-GB')
const keys = new Set(
  Object.entries(enGB).flatMap(([group, messages]) => Object.keys(messages).map((name) => `${group}.${name}`)),
)
const fileOf = new Map(
  readdirSync(english).flatMap((file) =>
    [...read(join(english, file)).matchAll(/^export const (\w+)/gm)].map(([, group]) => [group, join(english, file)]),
  ),
)

test('a file imports the words it uses, so that no component comes without them', () => {
  const always = imports(join(import.meta.dirname, 'translate.ts'))
  const missing = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|stories)\./.test(file) && !file.startsWith('messages'))
    .map((file) => join(source, file))
    .flatMap((file) => {
      const known = [...always, ...imports(file)]
      const wanted = new Set(groupsIn(read(file)).map((group) => fileOf.get(group)))
      return [...wanted].filter((each) => each && !known.includes(each)).map((each) => [file, each])
    })
    .map(([file = '', wanted = '']) => `${relative(source, file)}: import '${relative(dirname(file), wanted)}'`)
  expect(missing).toEqual([])
})

test('every group is registered by its own file', () => {
  const { translate } = createTranslation('en-GB')
  expect(translate('users.title')).toBe(enGB.users.title)
  expect([...fileOf.keys()].sort()).toEqual(Object.keys(enGB).sort())
  for (const [group, file] of fileOf)
    expect(read(file)).toMatch(new RegExp(`^register\\(\\{.*\\b${group}\\b.*\\}\\)$`, 'm'))
})

test('a key this version does not know never reaches the screen', () => {
  const { translate } = createTranslation('en-GB')
  expect(translate('reasons.fromTheFuture' as 'reasons.self')).toBe(enGB.common.unknown)
})

/** The groups of the keys written in a source, whole (`'users.title'`) or begun (`` `reasons.${reason}` ``). */
function groupsIn(text: string): string[] {
  const whole = [...text.matchAll(/(['"`])(\w+)\.([\w-]+)\1(?!:)/g)].filter(([, , group, name]) =>
    keys.has(`${group}.${name}`),
  )
  const begun = text.matchAll(/(`)(\w+)\.[\w-]*\$\{/g)
  return [...whole, ...begun].map(([, , group = '']) => group)
}

function imports(file: string): string[] {
  return [...read(file).matchAll(/^import '(\..+)'$/gm)].map(([, path = '']) => join(dirname(file), path))
}

function read(file: string): string {
  return readFileSync(file, 'utf8')
}
