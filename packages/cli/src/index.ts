export { defineConfig, type RollcallConfig } from './config.ts'
