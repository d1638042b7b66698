import type { SqlStorage } from '@rollcall/storage-sql'
import { Complaint } from '../explain.ts'

/**
 * The database a name stands for: `postgres://…`, with `?schema=…` for another schema than `rollcall`; `mysql://…` or
 * `mariadb://…`; anything else is the path of a SQLite file. It is not opened yet. Rejects with a `Complaint`.
 */
export async function databaseOf(name: string): Promise<SqlStorage> {
  const [, kind] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(name) ?? []
  switch (kind?.toLowerCase()) {
    case undefined: {
      const { sqliteStorage } = await import('@rollcall/storage-sql/sqlite')
      return sqliteStorage({ file: name })
    }
    case 'postgres':
    case 'postgresql': {
      const { postgresStorage } = await import('@rollcall/storage-sql/postgres')
      const url = addressOf(name)
      const schema = url.searchParams.get('schema')
      url.searchParams.delete('schema')
      return postgresStorage({ connectionString: url.href, ...(schema !== null && { schema }) })
    }
    case 'mysql':
    case 'mariadb': {
      const { mariadbStorage } = await import('@rollcall/storage-sql/mariadb')
      return mariadbStorage({ uri: addressOf(name).href.replace(/^mariadb:/, 'mysql:') })
    }
    default:
      throw new Complaint(
        `${kind}:// is no database; name one as postgres://…, mysql://… or the path of a SQLite file.`,
      )
  }
}

function addressOf(name: string): URL {
  // Not repeated: it may hold a password.
  if (!URL.canParse(name))
    throw new Complaint('An address of a database cannot be read; escape its password as URLs do.')
  return new URL(name)
}
