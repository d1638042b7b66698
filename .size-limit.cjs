const { existsSync } = require('node:fs')

/** Budgets of what a browser loads, react itself left out. Brotli unless `gzip`; a figure that grows is a decision. */
const budgets = [
  {
    name: 'client',
    path: 'packages/client/dist/index.js',
    gzip: true,
    limit: '10 kB',
  },
  {
    name: 'core/rules',
    path: 'packages/core/dist/rules.js',
    limit: '6 kB',
  },
  {
    name: 'core/contract, zod included',
    path: 'packages/core/dist/contract.js',
    limit: '16 kB',
  },
  {
    name: 'core/presets',
    path: 'packages/core/dist/presets.js',
    limit: '4 kB',
  },
  {
    name: 'react: users page (table, details, invitation) with the client',
    path: ['packages/react/dist/index.js', 'packages/client/dist/index.js'],
    import: {
      'packages/react/dist/index.js': '{ RollcallProvider, UsersTable, UserDetails, InviteUserDialog }',
      'packages/client/dist/index.js': '{ createClient }',
    },
    limit: '85 kB',
  },
  {
    name: 'react: InviteUserDialog',
    path: 'packages/react/dist/index.js',
    import: '{ RollcallProvider, InviteUserDialog }',
    limit: '40 kB',
  },
  {
    name: 'react: everything and its styles',
    path: ['packages/react/dist/index.js', 'packages/react/dist/styles.css'],
    limit: '140 kB',
  },
]

// A package without sources has no size yet; one with sources and no dist is red.
module.exports = budgets
  .filter(({ path }) =>
    [path].flat().every((file) => existsSync(file.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))),
  )
  .map((budget) => ({ ...budget, ignore: ['react', 'react-dom', 'react/jsx-runtime'] }))
