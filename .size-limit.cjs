const { existsSync, readFileSync } = require('node:fs')

const core = 'packages/core/dist'
const react = 'packages/react/dist'
const client = { 'packages/client/dist/index.js': '{ createClient }' }
const provider = { [`${react}/index.js`]: '{ RollcallProvider }' }
const sheets = (...names) => Object.fromEntries(names.map((name) => [`${react}/${name}.css`, '{ }']))

/** Every value the kit exports, by the first file that does, from its reviewed list. */
function everything() {
  const seen = new Set()
  const list = 'packages/react/exports.txt'
  const sections = existsSync(list) ? readFileSync(list, 'utf8').split(/^# \./m) : []
  return Object.fromEntries(
    sections.flatMap((section) => {
      const [subpath, ...names] = section.trimEnd().split('\n')
      const values = names.filter((name) => name && !name.startsWith('type ') && !seen.has(name))
      for (const value of values) seen.add(value)
      const slice = /^(?:\/[a-z-]+)?$/.test(subpath)
      return slice && values.length > 0 ? [[`${react}${subpath}/index.js`, `{ ${values.join(', ')} }`]] : []
    }),
  )
}

/** zxcvbn and its list of leaked passwords: most of the weight of the chunk they come in. */
const judge = ['@zxcvbn-ts/core', '@zxcvbn-ts/language-common']

/** Budgets of what a browser loads, React itself left out; brotli unless `gzip`. A figure that grows is a decision. */
const budgets = [
  { name: 'client', path: 'packages/client/dist/index.js', gzip: true, limit: '10 kB' },
  { name: 'core/refusals', path: `${core}/refusals.js`, limit: '2 kB' },
  { name: 'core/rules', path: `${core}/rules.js`, limit: '6.5 kB' },
  { name: 'core/presets', path: `${core}/presets.js`, limit: '4 kB' },
  { name: 'core/contract, zod included', path: `${core}/contract.js`, limit: '20 kB' },
  {
    name: 'react: first paint of the users page (table, details, invitation, their styles, client)',
    firstPaint: true,
    path: `${react}/index.js`,
    import: {
      ...client,
      ...provider,
      [`${react}/users/index.js`]: '{ UsersTable, UserDetails }',
      [`${react}/invitations/index.js`]: '{ InviteUserDialog }',
      ...sheets('styles/base', 'users/users', 'invitations/invitations', 'lockout/lockout'),
    },
    limit: '85 kB',
  },
  {
    name: 'react: first paint of InviteUserDialog, its styles, client',
    firstPaint: true,
    path: `${react}/index.js`,
    import: {
      ...client,
      ...provider,
      [`${react}/invitations/index.js`]: '{ InviteUserDialog }',
      ...sheets('styles/base', 'invitations/invitations'),
    },
    limit: '40 kB',
  },
  {
    name: 'react: everything but what judges passwords, its styles, client',
    inOne: true,
    path: `${react}/index.js`,
    import: { ...client, ...everything(), ...sheets('styles') },
    ignore: judge,
    limit: '138 kB',
  },
  {
    name: 'react: what judges passwords, fetched when somebody types a new one',
    path: `${react}/passwords/judge-password.js`,
    limit: '220 kB',
  },
]

/** What is fetched later, when a dialog opens or a page is gone to, is no part of the first paint. */
const later = {
  name: 'later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: 'later', external: true } : undefined,
    ),
}

/**
 * Everything in one file, as if nothing were fetched later: esbuild would wrap each module behind an `import()` in a
 * function, which no bundle that fetches it later has.
 */
const inOne = {
  name: 'in one',
  setup: ({ onLoad }) =>
    onLoad({ filter: /packages\/react\/dist\/.*\.js$/ }, ({ path }) => {
      const imports = []
      const contents = readFileSync(path, 'utf8').replace(/\bimport\(("[^"]+")\)/g, (_, module) => {
        imports.push(`import * as module${imports.length} from ${module};`)
        return `Promise.resolve(module${imports.length - 1})`
      })
      return { contents: imports.join('') + contents, loader: 'js' }
    }),
}

module.exports = budgets.map(({ firstPaint, inOne: together, ignore = [], ...budget }) => ({
  ...budget,
  ignore: ['react', 'react-dom', 'react/jsx-runtime', ...ignore],
  modifyEsbuildConfig: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), ...(firstPaint ? [later] : []), ...(together ? [inOne] : [])],
    // Shared chunks without side effects are left out on purpose.
    logOverride: { 'ignored-bare-import': 'silent' },
  }),
}))
