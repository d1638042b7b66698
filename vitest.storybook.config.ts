import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions } from 'vite'
import { defineConfig } from 'vitest/config'

/** One browser whose reader prefers that colour scheme, which the stories' theme `system` follows, and no motion. */
function reader(colorScheme: 'light' | 'dark') {
  return {
    browser: 'chromium' as const,
    name: colorScheme,
    provider: playwright({
      contextOptions: { colorScheme, reducedMotion: 'reduce' },
      launchOptions: {
        executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  }
}

/** Every story as a test: it renders, plays, writes no error and has no accessibility violation, light and dark. */
export default defineConfig({
  resolve: { conditions: ['@rollcall/source', ...defaultClientConditions] },
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('./.storybook', import.meta.url)) })],
  test: {
    testTimeout: 30_000,
    // One page for all files of a reader: most of the time went into loading the same modules for each file anew.
    isolate: false,
    browser: { enabled: true, headless: true, screenshotFailures: false, instances: [reader('light'), reader('dark')] },
  },
})
