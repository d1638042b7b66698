import type { TestProject } from 'vitest/node'
import { startConsole } from './running-console.ts'

declare module 'vitest' {
  interface ProvidedContext {
    consoleUrl: string
  }
}

/** One console for all files: what it takes is to build and to seed. */
export default async function setup(project: TestProject) {
  const { url, stop } = await startConsole()
  project.provide('consoleUrl', url)
  return stop
}
