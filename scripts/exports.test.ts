import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const source = '@rollcall/source'

type Target = string | Record<string, string>
interface Manifest {
  name: string
  exports: Record<string, Target>
  publishConfig: { exports: Record<string, Target> }
}

const packages = readdirSync(join(root, 'packages')).map((folder) => {
  const path = join(root, 'packages', folder)
  return { path, manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest }
})

/** Subpath → source file, of every entry that is code or a style sheet. */
function entries({ path, manifest }: (typeof packages)[number]): [subpath: string, file: string][] {
  return Object.entries(manifest.exports).flatMap(([subpath, target]) =>
    typeof target === 'object' && target[source] ? [[subpath, join(path, target[source])]] : [],
  )
}

const files = packages.flatMap(entries).map(([, file]) => file)
const options = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile).config,
  ts.sys,
  root,
).options
const program = ts.createProgram(
  files.filter((file) => /\.tsx?$/.test(file) && existsSync(file)),
  options,
)
const checker = program.getTypeChecker()

/** Sorted names, with `type` before those that vanish at run time. */
function exportedNames(file: string): string[] {
  const module = program.getSourceFile(file)
  const symbol = module && checker.getSymbolAtLocation(module)
  if (!symbol) return []
  return checker
    .getExportsOfModule(symbol)
    .map((each) => {
      const target = each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each
      return target.flags & ts.SymbolFlags.Value ? each.name : `type ${each.name}`
    })
    .sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', ''), 'en'))
}

describe.each(packages.map((each) => [each.manifest.name, each] as const))('%s', (_, each) => {
  it('has a source file behind every subpath', () => {
    expect(entries(each).filter(([, file]) => !existsSync(file))).toEqual([])
  })

  it('publishes the same subpaths without the source condition', () => {
    const published = Object.entries(each.manifest.exports).map(([subpath, target]) => {
      if (typeof target === 'string') return [subpath, target]
      const { [source]: _, ...rest } = target
      return [subpath, Object.keys(rest).join() === 'default' ? rest.default : rest]
    })
    expect(each.manifest.publishConfig.exports).toEqual(Object.fromEntries(published))
  })

  it('exports what its exports.txt lists (after a review: npm run exports)', async () => {
    const text = entries(each)
      .filter(([, file]) => /\.tsx?$/.test(file))
      .map(([subpath, file]) => `# ${subpath}\n${exportedNames(file).join('\n')}\n`)
      .join('\n')
    await expect(text).toMatchFileSnapshot(join(each.path, 'exports.txt'))
  })
})
