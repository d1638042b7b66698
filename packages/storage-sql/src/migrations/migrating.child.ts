import Database from 'libsql'
import { sqliteStorage } from '../sqlite.ts'

/** Migrates the file named first, and dies when it has prepared the table named second. */
const [file = '', table = ''] = process.argv.slice(2)

function dying(path: string) {
  const database = new Database(path)
  const prepare = database.prepare.bind(database)
  return Object.assign(database, {
    prepare(sql: string) {
      if (sql.startsWith(`CREATE TABLE "${table}" `)) process.kill(process.pid, 'SIGKILL')
      return prepare(sql)
    },
  })
}

await sqliteStorage({ file, open: dying }).migrate()
