import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { enGB } from './en-GB.ts'
import type { Message } from './message.ts'

test('a page pays for the words of what is on it, and has them all', async () => {
  const bundle = await bundled("export { InviteUserDialog, RollcallProvider } from './index.ts'")
  expect(groupsOf(bundle)).toEqual(['common', 'refusals', 'reasons', 'fields', 'invitations'])
})

test('words stand with the provider although it comes from another entry', async () => {
  const bundle = await bundled(
    "export { SessionList } from './sessions/index.ts'; export { RollcallProvider } from './index.ts'",
  )
  expect(groupsOf(bundle)).toContain('sessions')
  expect(groupsOf(bundle)).not.toContain('users')
})

/** What a page loads at once, its own modules only. */
async function bundled(code: string): Promise<string> {
  const root = join(import.meta.dirname, '..')
  const page = join(root, 'page.ts')
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      { name: 'page', resolveId: (id) => (id === page ? id : null), load: (id) => (id === page ? code : null) },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: page, formats: ['es'] },
      rolldownOptions: { external: (id) => !/^[./]/.test(id) },
    },
  })
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  const chunks = outputs.flatMap((each) => (each.type === 'chunk' ? [each] : []))
  // What the page shares with what is fetched later stands in chunks of its own.
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry))
  for (const { imports } of loaded) for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk)
  return [...loaded].map(({ code }) => code).join('\n')
}

/** The groups whose every sentence is in it. */
function groupsOf(bundle: string): string[] {
  const isThere = (message: Message): boolean =>
    typeof message === 'string' ? bundle.includes(JSON.stringify(message)) : Object.values(message).every(isThere)
  return Object.entries(enGB).flatMap(([group, messages]) => (Object.values(messages).every(isThere) ? group : []))
}
