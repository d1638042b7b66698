import { defineConfig, mergeConfig } from 'vitest/config'
import node from './vitest.node.config.ts'

/** The long ones: many processes, killed processes, hundreds of parallel calls. Not part of `npm test`. */
export default mergeConfig(
  { ...node, test: { ...node.test, include: [] } },
  defineConfig({ test: { include: ['**/*.torture.ts'], exclude: ['**/node_modules/**'], testTimeout: 600_000 } }),
)
