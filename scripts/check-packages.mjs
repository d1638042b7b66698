// Judges every built package as it would be published: publint, and whether its types are what its code is.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { bin, inParallel, pack, packages, run } from './workspace.mjs'

const destination = mkdtempSync(join(tmpdir(), 'rollcall-packed-'))
try {
  const packed = await pack(destination)
  const manifests = new Map(packages().map(({ manifest }) => [manifest.name, manifest]))
  const faults = await inParallel(packed, 2, async ({ name, tarball }) => {
    const sheets = Object.keys(manifests.get(name).exports).filter((subpath) => subpath.endsWith('.css'))
    const without = sheets.length > 0 ? ['--exclude-entrypoints', ...sheets] : []
    const log = { log: `published-${name.split('/')[1]}.log` }
    const publint = await run(bin('publint'), ['run', tarball, '--strict'], log)
    const types = await run(bin('attw'), [tarball, '--profile', 'esm-only', '--no-emoji', ...without], log)
    return [publint, types].filter(({ ok }) => !ok).map(({ output }) => `${name}\n${output.trim()}`)
  })
  for (const fault of faults.flat()) console.error(`${fault}\n`)
  console.log(`${packed.length} packages, ${faults.flat().length} faults.`)
  process.exitCode = faults.flat().length > 0 ? 1 : 0
} finally {
  rmSync(destination, { recursive: true, force: true })
}
