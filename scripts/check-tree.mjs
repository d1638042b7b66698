// Names that say nothing, and files outside the slices: `node scripts/check-tree.mjs [root]`.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'

const root = argv[2] ?? join(import.meta.dirname, '..')

const slices = [
  ...['access', 'users', 'invitations', 'sign-in', 'lockout', 'passwords', 'sessions', 'impersonation', 'api-tokens'],
  ...['groups', 'resources', 'imports', 'audit', 'outbox', 'settings', 'system', 'tokens'],
]
const beside = {
  core: ['kernel', 'ports', 'presets'],
  react: ['ui', 'messages', 'styles'],
  'storage-sql': ['copy', 'dialects', 'migrations'],
  mail: ['ui', 'messages'],
  testing: ['conformance', 'scenarios'],
}
const nothingNames = /^(?:services|controllers|repositories|hooks|components|types|utils|helpers|constants)(?:\.tsx?)?$/

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64e6,
})
  .split('\n')
  .filter((file) => file && existsSync(join(root, file)))

const problems = []
for (const file of files) {
  const parts = file.split('/')
  const empty = parts.find((part) => nothingNames.test(part))
  if (empty) problems.push(`${file}: "${empty}" names no thing; put the file in the slice it serves.`)

  const [top, name, src, folder, ...rest] = parts
  if (top === 'packages' && src === 'src' && rest.length > 0) {
    const known = [...slices, ...(beside[name] ?? [])]
    if (!known.includes(folder))
      problems.push(
        `${file}: "${folder}" is neither a slice nor one of ${known.slice(slices.length).join(', ') || 'none'}.`,
      )
  }

  if (/\.tsx?$/.test(file)) {
    const text = readFileSync(join(root, file), 'utf8')
    text.split('\n').forEach((line, index) => {
      if (/\bTODO\b|\bFIXME\b|\bXXX\b/.test(line))
        problems.push(`${file}:${index + 1}: finish it or file it; no TODO stays.`)
      if (top === 'packages' && /from ['"]zod['"]/.test(line))
        problems.push(`${file}:${index + 1}: import zod as \`import * as z from 'zod/mini'\`.`)
    })
  }
}

for (const problem of problems) console.error(problem)
console.log(
  problems.length ? `${problems.length} problems in ${files.length} files.` : `${files.length} files, names in order.`,
)
process.exitCode = problems.length ? 1 : 0
