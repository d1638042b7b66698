import { defaultServerConditions } from 'vite'
import { configDefaults, defineConfig } from 'vitest/config'
import { findMariadb, findPostgres } from './scripts/database-servers.mjs'

/** Servers that are not installed; where PostgreSQL is not, an embedded one stands in. */
const absent = [
  ...(findPostgres() ? ['**/pglite.test.ts'] : ['**/postgres.test.ts']),
  ...(findMariadb() ? [] : ['**/mariadb.test.ts']),
]

export default defineConfig({
  ssr: { resolve: { conditions: ['@rollcall/source', ...defaultServerConditions] } },
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'acceptance/**/*.test.ts',
      'scripts/**/*.test.ts',
      'examples/*/server/**/*.test.ts',
    ],
    exclude: [...configDefaults.exclude, ...absent],
    testTimeout: 30_000,
    // Vitest leaves one core unused, which of two is half.
    maxWorkers: '100%',
  },
})
