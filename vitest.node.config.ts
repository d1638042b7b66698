import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['@rollcall/source', ...defaultServerConditions] } },
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'acceptance/**/*.test.ts',
      'scripts/**/*.test.ts',
      'examples/*/server/**/*.test.ts',
    ],
    testTimeout: 30_000,
  },
})
