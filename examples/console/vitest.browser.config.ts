import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['e2e/**/*.browser.test.ts'],
    globalSetup: 'e2e/global-setup.ts',
    // One console serves them all; the people of each file are its own.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})
