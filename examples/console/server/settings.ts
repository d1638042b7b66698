import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Complaint } from './complaint.ts'

/** What the command line decides. */
export interface Settings {
  /** Where the console listens, on loopback only; 0 takes any free port. */
  readonly port: number
  /** Where everything is kept. */
  readonly folder: string
  /** Forget everything first. */
  readonly reset: boolean
}

export function settingsFrom(args: readonly string[], home: string): Settings {
  const { port, data, reset } = parsed(args)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Complaint(`--port ${port} is no port.`)
  return { port: Number(port), folder: data ?? join(home, '.data'), reset }
}

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4700' },
        data: { type: 'string' },
        reset: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    throw new Complaint(`${error instanceof Error ? error.message : error}. Known are --port, --data and --reset.`)
  }
}
