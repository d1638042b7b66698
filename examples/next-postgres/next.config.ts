import type { NextConfig } from 'next'

export default {
  // Rollcall runs on the server as it was installed, its native and lazily loaded parts included.
  serverExternalPackages: ['cli', 'core', 'http', 'mail', 'node', 'storage-sql'].map((name) => `@rollcall/${name}`),
  devIndicators: false,
} satisfies NextConfig
