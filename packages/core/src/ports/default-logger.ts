import type { Logger } from './logger.ts'

/** Warnings and errors on the console, one JSON line each. */
export const consoleLogger: Logger = {
  log(level, event, details) {
    if (level !== 'info') console[level](JSON.stringify({ level, event, ...details }))
  },
}
