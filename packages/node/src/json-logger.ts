import type { Logger } from '@rollcall/core'

/** Anything with a `write`, such as `process.stdout` or a file stream. */
export interface LogStream {
  write(line: string): unknown
}

/** A `Logger` that writes one JSON object a line: `time` (ISO 8601, UTC), `level`, `event`, then the event's details. */
export function jsonLogger(stream: LogStream = process.stderr): Logger {
  return {
    log(level, event, details) {
      const head = { time: new Date().toISOString(), level, event }
      stream.write(
        `${line({ ...head, ...details, ...head }) ?? JSON.stringify({ ...head, details: 'unserialisable' })}\n`,
      )
    },
  }
}

/** Null when the details cannot be written as JSON: a log line must never be what breaks the request. */
function line(entry: object): string | null {
  try {
    return JSON.stringify(entry, writable)
  } catch {
    return null
  }
}

function writable(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Error)
    return { name: value.name, message: value.message, stack: value.stack, cause: value.cause }
  return value
}
