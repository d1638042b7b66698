import { join } from 'node:path'
import process from 'node:process'
import { StorageError } from '@rollcall/core'
import { Complaint } from './complaint.ts'
import { startConsole } from './console.ts'
import { settingsFrom } from './settings.ts'

/** Built into `dist/server`; the pages are beside it, and data two folders up. */
const home = join(import.meta.dirname, '../..')

try {
  const running = await startConsole(settingsFrom(process.argv.slice(2), home), join(home, 'dist/pages'), console.log)
  console.log(`\nThe console is at ${running.url}`)
  for (const { id, name, accounts } of running.products) {
    const width = Math.max(...accounts.map(({ identifier }) => identifier.length))
    console.log(`\n${name}: ${running.url}/${id}`)
    for (const { identifier, note } of accounts) console.log(`  ${identifier.padEnd(width)}  ${note}`)
  }
  console.log(`\nEverybody's password: ${running.products[0]?.accounts[0]?.password}`)
  console.log('Ctrl-C stops; what you did is kept. `npm run demo -- --reset` starts afresh.')

  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      void running.stop().then(() => process.exit(0))
    })
  }
} catch (error) {
  if (!(error instanceof Complaint || error instanceof StorageError)) throw error
  console.error(error.message)
  process.exit(1)
}
