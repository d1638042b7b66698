// Builds the packages whose sources, or whose dependencies, are newer than their dist: `node scripts/build.mjs [--all]`.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { pathToFileURL } from 'node:url'
import { bin, packages, root, run } from './workspace.mjs'

function newest(path) {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

const shared = ['scripts/tsup.ts', 'tsconfig.base.json'].map((file) => join(root, file))

/** @returns the names of the packages built, in order; throws the first failure with its output. */
export async function build({ all = false } = {}) {
  const builtAt = new Map()
  const built = []
  for (const { folder, path, manifest, needs } of packages()) {
    const dist = join(path, 'dist')
    const sources = ['src', 'package.json', 'tsup.config.ts', 'tsconfig.json'].map((each) => join(path, each))
    const changed = Math.max(...[...sources, ...shared].map(newest), ...needs.map((name) => builtAt.get(name) ?? 0))
    if (all || changed > newest(dist)) {
      rmSync(dist, { recursive: true, force: true })
      const { ok, output } = await run(bin('tsup'), [], { cwd: path, log: `build-${folder}.log` })
      if (!ok) {
        rmSync(dist, { recursive: true, force: true })
        throw new Error(`${manifest.name} does not build.\n${output.trim()}`)
      }
      built.push(manifest.name)
    }
    builtAt.set(manifest.name, newest(dist))
  }
  return built
}

if (import.meta.url === pathToFileURL(argv[1]).href) {
  try {
    const built = await build({ all: argv.includes('--all') })
    console.log(built.length ? `Built ${built.join(', ')}.` : 'Everything is built.')
  } catch (error) {
    console.error(error.message)
    exit(1)
  }
}
