import type { Logger } from './logger.ts'

/** Warnings and errors on the console, one JSON line each. */
export const consoleLogger: Logger = {
  log(level, event, details) {
    if (level !== 'info') console[level](JSON.stringify({ level, event, ...details }, written))
  },
}

/** JSON knows nothing of an error's own words. */
function written(_key: string, value: unknown): unknown {
  return value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value
}
