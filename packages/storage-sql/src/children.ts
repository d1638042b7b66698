import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'

/** Runs a `*.child.ts` of this package, for its tests, in a process of its own that may be killed. */
export function startChild(module: string, ...args: string[]): ChildProcess {
  return fork(fileURLToPath(new URL(module, import.meta.url)), args, {
    execArgv: ['--conditions=@rollcall/source', '--import', 'jiti/register'],
    // Where the loader is looked for.
    cwd: import.meta.dirname,
    // Mails are elements.
    env: { ...env, JITI_JSX: 'true' },
  })
}

/** The next thing it says; rejects when it ends instead. */
export function heard<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null) => {
      child.off('message', said)
      reject(new Error(`the child ended with ${signal ?? code}`))
    }
    const said = (message: unknown) => {
      child.off('exit', ended)
      resolve(message as T)
    }
    child.once('message', said)
    child.once('exit', ended)
  })
}

/** As `kill -9` does, unless it is gone already; resolves when it is. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
