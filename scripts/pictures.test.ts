import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { storyNameFromExport, toId } from 'storybook/internal/csf'
import { expect, it } from 'vitest'
import { pictured, scale } from './pictured.mjs'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const kebab = (name: string) => name.replaceAll(/[a-z](?=[A-Z])/g, '$&-').toLowerCase()

const [main = ''] = read('packages/react/exports.txt').split(/^# \.\//m)
const components = Array.from(main.matchAll(/^[A-Z]\w+$/gm), ([name]) => name)
/** These draw nothing of their own. */
const undrawn = ['Can', 'RollcallProvider']

const text = read('docs/components.md')
const pictures = pictured()

it('gives every component of the main entry a heading, and no other', () => {
  const headings = Array.from(text.matchAll(/^### (\w+)$/gm), ([, name = '']) => name)
  expect(headings.toSorted()).toEqual(components.toSorted())
})

it('shows every component, under its heading', () => {
  const shown = text
    .split(/^### /m)
    .slice(1)
    .map((section) => [/^\w+/.exec(section)?.[0], /pictures\/([\w-]+)\.png/.exec(section)?.[1]])
  const expected = components.map((name) => [name, undrawn.includes(name) ? undefined : kebab(name)])
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected))
})

it('uses every component in its code', () => {
  const code = Array.from(text.matchAll(/^```tsx\n[\s\S]+?^```$/gm), ([block]) => block).join('\n')
  expect(components.filter((name) => !new RegExp(`<${name}\\b`).test(code))).toEqual([])
})

it('has the pictures that are shown, and no other', () => {
  const files = readdirSync(join(root, 'docs/pictures'))
  expect(files.toSorted()).toEqual(pictures.map(({ name }) => `${name}.png`).toSorted())
})

it('shows each as wide as it was on the page', () => {
  const widths = pictures.map(({ name }) => [
    name,
    readFileSync(join(root, `docs/pictures/${name}.png`)).readUInt32BE(16) / scale,
  ])
  expect(Object.fromEntries(widths)).toEqual(Object.fromEntries(pictures.map(({ name, width }) => [name, width])))
})

it('takes pictures of stories that exist', () => {
  const stories = readdirSync(join(root, 'packages/react/src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.stories.tsx'))
    .flatMap((file) => {
      const source = read(join('packages/react/src', file))
      const title = /^ {2}title: '([^']+)'/m.exec(source)?.[1] ?? ''
      return Array.from(source.matchAll(/^export const ([A-Z]\w*)/gm), ([, name = '']) =>
        toId(title, storyNameFromExport(name)),
      )
    })
  expect(pictures.map(({ story }) => story).filter((story) => !stories.includes(story))).toEqual([])
})
