import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const config = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[]
}

/** A workspace in which everything is in its zone. */
const sound: Record<string, string> = {
  'core/src/index.ts':
    "export { setGrants } from './access/set-grants.ts'\nexport { unlockUser } from './lockout/unlock-user.ts'",
  'core/src/rules.ts': "export { isLocked } from './lockout/lockout.rules.ts'",
  'core/src/contract.ts': "export { lockout } from './lockout/lockout.contract.ts'",
  'core/src/presets.ts': "export { inviteFirst } from './presets/invite-first.ts'",
  'core/src/presets/invite-first.ts': 'export const inviteFirst = {}',
  'core/src/effects.ts':
    "import type { Clock } from './ports/clock.ts'\nexport interface Effects { clock: Clock }\nexport const effects = {}",
  // Types may name each other.
  'core/src/ports/clock.ts': "import type { Effects } from '../effects.ts'\nexport interface Clock { of: Effects }",
  'core/src/kernel/refusals.ts': 'export type Reason = string\nexport const refuse = 1',
  'core/src/kernel/endpoint.ts': 'export const endpoint = 1',
  'core/src/ports/mailer.ts': 'export interface Mail { kind: string }\nexport const maxMail = 1',
  'core/src/access/access.rules.ts':
    "import type { Reason } from '../kernel/refusals.ts'\nexport type Right = Reason\nexport const may = 1",
  'core/src/access/set-grants.ts': 'export const setGrants = 1',
  'core/src/lockout/lockout.rules.ts': "import { may } from '../access/access.rules.ts'\nexport const isLocked = may",
  'core/src/lockout/lockout.contract.ts':
    "import * as z from 'zod/mini'\nimport { endpoint } from '../kernel/endpoint.ts'\nexport const lockout = [z, endpoint]",
  'core/src/lockout/lockout.mail.ts':
    "import type { Mail } from '../ports/mailer.ts'\nexport interface UnlockedMail extends Mail {}",
  'core/src/lockout/lockout.store.ts':
    "import type { Right } from '../access/access.rules.ts'\nexport interface LockoutStore { right: Right }",
  'core/src/lockout/lockout.steps.ts': "import { isLocked } from './lockout.rules.ts'\nexport const clear = isLocked",
  'core/src/lockout/unlock-user.ts':
    "import { effects } from '../effects.ts'\nimport { clear } from './lockout.steps.ts'\nimport type { LockoutStore } from './lockout.store.ts'\nimport type { UnlockedMail } from './lockout.mail.ts'\nexport const unlockUser = (store: LockoutStore, mail: UnlockedMail) => [effects, clear, store, mail]",
  'client/src/index.ts':
    "import type { lockout } from '@rollcall/core/contract'\nexport const client: typeof lockout = []",
  'react/src/index.ts':
    "export { UnlockUserDialog } from './lockout/index.ts'\nexport { UsersTable } from './users/index.ts'",
  'react/src/ui/button.tsx': "import { useId } from 'react'\nexport const Button = useId",
  'react/src/lockout/index.ts': "export { UnlockUserDialog } from './unlock-user-dialog.tsx'",
  'react/src/lockout/use-unlock-user.ts':
    "import { client } from '@rollcall/client'\nimport { useMutation } from '@tanstack/react-query'\nexport const useUnlockUser = [client, useMutation]",
  'react/src/lockout/unlock-user-dialog.tsx':
    "import { isLocked } from '@rollcall/core/rules'\nimport { Button } from '../ui/button.tsx'\nimport { useUnlockUser } from './use-unlock-user.ts'\nexport const UnlockUserDialog = [isLocked, Button, useUnlockUser]",
  'react/src/users/index.ts': "export { UsersTable } from './users-table.tsx'",
  'react/src/users/users-table.tsx':
    "import { UnlockUserDialog } from '../lockout/index.ts'\nexport const UsersTable = [UnlockUserDialog]",
  'react/src/users/users-table.test.tsx':
    "import { sample } from '@rollcall/testing'\nimport { unlockUser } from '@rollcall/core'\nimport { useUnlockUser } from '../lockout/use-unlock-user.ts'\nexport const all = [sample, unlockUser, useUnlockUser]",
  'testing/src/index.ts': 'export const sample = 1',
}

/** One file a zone, each crossing it once. */
const crossings: Record<string, [file: string, text: string]> = {
  'rules-import-rules': [
    'core/src/users/users.rules.ts',
    "import { endpoint } from '../kernel/endpoint.ts'\nexport const a = endpoint",
  ],
  'rules-reason-types': [
    'core/src/audit/audit.rules.ts',
    "import { refuse } from '../kernel/refusals.ts'\nexport const a = refuse",
  ],
  'contract-imports': [
    'core/src/users/users.contract.ts',
    "import { effects } from '../effects.ts'\nexport const a = effects",
  ],
  'mail-imports': [
    'core/src/users/users.mail.ts',
    "import { may } from '../access/access.rules.ts'\nexport const a = may",
  ],
  'mail-types-only': [
    'core/src/audit/audit.mail.ts',
    "import { maxMail } from '../ports/mailer.ts'\nexport const a = maxMail",
  ],
  'store-imports': [
    'core/src/users/users.store.ts',
    "import type { Mail } from '../ports/mailer.ts'\nexport type A = Mail",
  ],
  'store-types-only': [
    'core/src/audit/audit.store.ts',
    "import { may } from '../access/access.rules.ts'\nexport const a = may",
  ],
  'steps-imports': [
    'core/src/users/users.steps.ts',
    "import { setGrants } from '../access/set-grants.ts'\nexport const a = setGrants",
  ],
  'use-case-imports': [
    'core/src/users/edit-user.ts',
    "import { setGrants } from '../access/set-grants.ts'\nexport const a = setGrants",
  ],
  'own-hooks-only': [
    'react/src/users/user-details.tsx',
    "import { useUnlockUser } from '../lockout/use-unlock-user.ts'\nexport const a = useUnlockUser",
  ],
  'component-no-fetch': [
    'react/src/users/user-header.tsx',
    "import { client } from '@rollcall/client'\nexport const a = client",
  ],
  'hook-imports': [
    'react/src/users/use-edit-user.ts',
    "import { Button } from '../ui/button.tsx'\nexport const a = Button",
  ],
  'ui-knows-no-slice': [
    'react/src/ui/menu.tsx',
    "import { UsersTable } from '../users/index.ts'\nexport const a = UsersTable",
  ],
  'browser-core-subpaths': [
    'client/src/whole-core.ts',
    "import type { unlockUser } from '@rollcall/core'\nexport type A = typeof unlockUser",
  ],
  'browser-contract-types': [
    'client/src/schemas.ts',
    "import { lockout } from '@rollcall/core/contract'\nexport const a = lockout",
  ],
  'no-node-in-browser': [
    'core/src/kernel/read.ts',
    "import { readFileSync } from 'node:fs'\nexport const a = readFileSync",
  ],
  'core-needs-zod': ['core/src/kernel/react.ts', "import { useId } from 'react'\nexport const a = useId"],
  'core-packages': ['core/src/kernel/client.ts', "import { client } from '@rollcall/client'\nexport const a = client"],
  'client-packages': [
    'client/src/screens.ts',
    "import { UsersTable } from '@rollcall/react'\nexport const a = UsersTable",
  ],
  'react-packages': ['react/src/ui/sample.tsx', "import { sample } from '@rollcall/testing'\nexport const a = sample"],
  'testing-packages': ['testing/src/client.ts', "import { client } from '@rollcall/client'\nexport const a = client"],
  ...Object.fromEntries(
    ['storage-memory', 'storage-sql', 'mail', 'node', 'oidc', 'http', 'cli'].map((name) => [
      `${name}-packages`,
      [`${name}/src/index.ts`, "import { sample } from '@rollcall/testing'\nexport const a = sample"],
    ]),
  ),
  'package-by-name': [
    'testing/src/relative.ts',
    "import { isLocked } from '../../core/src/rules.ts'\nexport const a = isLocked",
  ],
  'no-example-import': [
    'react/src/ui/example.tsx',
    "import { shop } from '../../../../examples/shop.ts'\nexport const a = shop",
  ],
  'no-test-import': ['react/src/users/sample.ts', "import { all } from './users-table.test.tsx'\nexport const a = all"],
  // A ring is reported once, on the first of its files.
  'no-circular': ['core/src/kernel/ring-back.ts', "import { a } from './ring.ts'\nexport const b = a"],
  'no-orphans': ['core/src/kernel/alone.ts', 'export const a = 1'],
  resolvable: ['client/src/nowhere.ts', "import { gone } from './gone.ts'\nexport const a = gone"],
  declared: ['client/src/undeclared.ts', "import { useId } from 'react'\nexport const a = useId"],
  'kysely-in-storage-sql': ['client/src/queries.ts', "import { sql } from 'kysely'\nexport const a = sql"],
}
const besides = { 'core/src/kernel/ring.ts': "import { b } from './ring-back.ts'\nexport const a = b" }

const names = [
  'core',
  'client',
  'react',
  'testing',
  'storage-memory',
  'storage-sql',
  'mail',
  'node',
  'oidc',
  'http',
  'cli',
]
const trees: string[] = []

function workspace(files: Record<string, string>): string {
  const tree = mkdtempSync(join(tmpdir(), 'rollcall-zones-'))
  trees.push(tree)
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  cpSync(join(root, 'tsconfig.base.json'), join(tree, 'tsconfig.base.json'))
  write('examples/shop.ts', 'export const shop = 1')
  for (const library of ['zod', 'react', '@tanstack/react-query', 'kysely']) {
    write(
      `node_modules/${library}/package.json`,
      JSON.stringify({ name: library, exports: { './*': './index.js', '.': './index.js' } }),
    )
    write(`node_modules/${library}/index.js`, 'export const useId = 1, useMutation = 1, sql = 1')
  }
  mkdirSync(join(tree, 'node_modules/@rollcall'), { recursive: true })
  for (const name of names) {
    const entries = name === 'core' ? ['index', 'rules', 'contract', 'presets'] : ['index']
    write(
      `packages/${name}/package.json`,
      JSON.stringify({
        name: `@rollcall/${name}`,
        type: 'module',
        exports: Object.fromEntries(
          entries.map((entry) => [entry === 'index' ? '.' : `./${entry}`, { '@rollcall/source': `./src/${entry}.ts` }]),
        ),
        dependencies: Object.fromEntries([...names.map((each) => [`@rollcall/${each}`, 'workspace:^']), ['zod', '4']]),
        ...(name === 'react' ? { peerDependencies: { react: '*', '@tanstack/react-query': '*' } } : {}),
      }),
    )
    symlinkSync(join(tree, 'packages', name), join(tree, 'node_modules/@rollcall', name))
  }
  for (const [path, text] of Object.entries(files)) write(`packages/${path}`, text)
  return tree
}

interface Violation {
  from: string
  rule: { name: string }
}

function cruise(files: Record<string, string>): Violation[] {
  const out = execFileSync(
    join(root, 'node_modules/.bin/depcruise'),
    ['packages', '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'],
    { cwd: workspace(files), encoding: 'utf8', maxBuffer: 64e6 },
  )
  const { summary } = JSON.parse(out) as { summary: { violations: Violation[]; totalCruised: number } }
  expect(summary.totalCruised).toBeGreaterThan(Object.keys(files).length)
  return summary.violations
}

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true })
})

describe('import zones', () => {
  let violations: Violation[]
  beforeAll(() => {
    violations = cruise({ ...sound, ...Object.fromEntries(Object.values(crossings)), ...besides })
  })

  it('leave a sound workspace alone', () => {
    expect(cruise(sound)).toEqual([])
  })

  it('each have a crossing that shows them red', () => {
    expect(Object.keys(crossings).sort()).toEqual(config.forbidden.map(({ name }) => name).sort())
  })

  it.each(Object.entries(crossings))('%s is refused', (name, [file]) => {
    expect(violations.filter(({ from }) => from === `packages/${file}`).map(({ rule }) => rule.name)).toContain(name)
  })
})
