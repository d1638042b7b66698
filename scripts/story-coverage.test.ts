import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const react = resolve(import.meta.dirname, '../packages/react')
const manifest = JSON.parse(readFileSync(join(react, 'package.json'), 'utf8')) as {
  exports: Record<string, string | Record<string, string>>
}

const read = (file: string) => readFileSync(file, 'utf8')
const entries = Object.values(manifest.exports).flatMap((target) => {
  const file = typeof target === 'object' && target['@rollcall/source']
  return file && /\.tsx?$/.test(file) && existsSync(join(react, file)) ? [join(react, file)] : []
})

/** Component → its source file, of every PascalCase value that an entry exports from a `.tsx`. */
const components = new Map(
  entries.flatMap((entry) =>
    Array.from(read(entry).matchAll(/^export \{([^}]+)\} from '(\.[^']+\.tsx)'/gm)).flatMap(
      ([, names = '', from = '']) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => /^[A-Z]/.test(name))
          .map((name) => [name, resolve(dirname(entry), from)] as const),
    ),
  ),
)

/** Component → the names of its stories, over every story file that says `component: Name`. */
const stories = new Map<string, string[]>()
for (const file of readdirSync(join(react, 'src'), { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.stories.tsx')) continue
  const text = read(join(react, 'src', file))
  const component = /^\s*component: (\w+)/m.exec(text)?.[1]
  const names = Array.from(text.matchAll(/^export const ([A-Z]\w*)/gm), ([, name = '']) => name)
  if (component) stories.set(component, [...(stories.get(component) ?? []), ...names])
}

/** The source of a component with the parts that its slice makes it of. */
function sourceOf(file: string, seen = new Set<string>()): string {
  if (seen.has(file) || !existsSync(file)) return ''
  seen.add(file)
  const text = read(file)
  const parts = Array.from(text.matchAll(/from '(\.\/[^']+\.tsx)'/g), ([, from = '']) => resolve(dirname(file), from))
  return [text, ...parts.map((part) => sourceOf(part, seen))].join('\n')
}

/** What a component's source shows it can look like, and the names of the story that must then exist. */
const states = [
  { state: 'loading', drawn: /<\w*Skeleton\b/, story: /^Loading/ },
  { state: 'empty', drawn: /<EmptyState\b/, story: /^(?:Empty|NoMatch|NotFound)/ },
  { state: 'error', drawn: /<ErrorState\b/, story: /^(?:Error|Failed)|Unreachable$/ },
  { state: 'controlled', drawn: /\buseControlled\(/, story: /^Controlled/ },
]

it('finds the components of every entry', () => {
  expect([...components.keys()]).toContain('RollcallProvider')
})

describe.each([...components])('%s', (name, file) => {
  const told = stories.get(name) ?? []

  it('has a Playground', () => {
    expect(told, `Stories with \`component: ${name}\`, beside ${relative(react, file)}`).toContain('Playground')
  })

  it('has a story of every state it draws', () => {
    const source = sourceOf(file)
    const missing = states
      .filter(({ drawn }) => drawn.test(source))
      .filter(({ story }) => !told.some((each) => story.test(each)))
    expect(missing.map(({ state, story }) => `${state}: ${story}`)).toEqual([])
  })
})
