import process from 'node:process'
import { type CopyProgress, copyStorage } from '@rollcall/storage-sql'
import { Complaint } from '../explain.ts'
import { grouped } from '../imports/progress.rules.ts'
import { showProgress } from '../imports/show-progress.ts'
import { databaseOf } from './database.ts'

interface Options {
  readonly from?: string
  readonly to?: string
}

type Say = (line: string) => void

/** `rollcall copy --from <database> --to <database>`: copies everything to an empty database, and verifies it. */
export async function copy({ from, to }: Options, say: Say): Promise<0> {
  if (from === undefined || to === undefined) throw new Complaint('Say which databases: --from and --to.')
  const source = await databaseOf(String(from))
  const target = await databaseOf(String(to))
  try {
    const { tables } = await copyStorage(source, target, { onProgress: telling(say) })
    const width = Math.max(...tables.map(({ table }) => table.length))
    for (const { table, rows, digest } of tables) {
      say(`${table.padEnd(width)}  ${grouped(rows).padStart(11)} rows  sha256 ${digest}`)
    }
    say('Every table is the same in both databases. Start with the new one now, under the same secrets.')
    return 0
  } finally {
    await source.close()
    await target.close()
  }
}

function telling(say: Say) {
  let step: CopyProgress['step'] | undefined
  let show = showProgress(process.stdout, 0, Date.now)
  return (progress: CopyProgress) => {
    if (progress.step !== step) {
      step = progress.step
      say(step === 'copying' ? 'Copying.' : 'Reading both databases again.')
      show = showProgress(process.stdout, 0, Date.now)
    }
    show(progress.done, progress.of, progress.done === progress.of)
  }
}
