import process from 'node:process'
import type { Command } from '../command.ts'

/** `rollcall worker`: delivers, seals and forgets until a signal comes. */
export const worker: Command = async ({ config, rollcall, say }) => {
  await config.storage.check()
  const signal = stopSignal()
  const running = rollcall().worker.start()
  say('Working: mail, audit seals, purging. Ctrl-C stops.')
  await signal
  await running.stop()
  say('Stopped.')
  return 0
}

/** Resolves at the first signal to stop; the next one ends the process at once, as if nobody listened. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
