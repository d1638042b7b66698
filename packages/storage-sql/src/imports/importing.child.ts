import { createRollcall, type Storage } from '@rollcall/core'
import { directory } from '@rollcall/core/presets'
import { sqliteStorage } from '../sqlite.ts'

/** Where the process stops for good: as the first transaction is about to be committed, once it has been, or nowhere. */
export type Halt = 'before' | 'after' | 'nowhere'

const [file = '', importId = '', halt = 'nowhere'] = process.argv.slice(2)
const storage = sqliteStorage({ file })

async function stop(where: Halt): Promise<void> {
  if (where !== halt) return
  process.send?.(where)
  // Killed here.
  await new Promise(() => setInterval(() => undefined, 1_000))
}

const stopping: Storage = {
  ...storage,
  async transaction(work) {
    const answer = await storage.transaction(async (tx) => {
      const done = await work(tx)
      await stop('before')
      return done
    })
    await stop('after')
    return answer
  },
}

const rollcall = createRollcall({
  policy: directory,
  storage: stopping,
  mailer: { send: async () => undefined },
  hasher: { hash: async () => '', verify: async () => false, accepts: () => false, needsRehash: () => false },
  secrets: [new Uint8Array(32)],
  baseUrl: 'https://rollcall.example',
  logger: { log: () => undefined },
})
const host = rollcall.host('import')

process.send?.('ready')
for (;;) {
  const { state } = await rollcall.imports.applyImport(host, { importId })
  if (state === 'finished') break
}
process.send?.('finished')
process.disconnect()
