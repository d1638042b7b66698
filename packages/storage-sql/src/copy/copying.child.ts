import { mariadbStorage } from '../mariadb.ts'
import { postgresStorage } from '../postgres.ts'
import { sqliteStorage } from '../sqlite.ts'
import { copyStorage } from './copy-storage.ts'

/** Copies a file to a database of the engine named second, and dies when that step has come to the sessions. */
const [file = '', engine = '', place = '', deadly = ''] = process.argv.slice(2)

const targets: Record<string, () => ReturnType<typeof sqliteStorage>> = {
  SQLite: () => sqliteStorage({ file: place }),
  PostgreSQL: () => postgresStorage({ connectionString: place }),
  MariaDB: () => mariadbStorage({ uri: place }),
}

const target = targets[engine]?.()
if (!target) throw new TypeError(`no engine ${engine}`)
await copyStorage(sqliteStorage({ file }), target, {
  onProgress({ step, table }) {
    if (step === deadly && table === 'sessions') process.kill(process.pid, 'SIGKILL')
  },
})
