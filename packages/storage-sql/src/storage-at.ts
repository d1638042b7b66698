import { mariadbStorage } from './mariadb.ts'
import { postgresStorage } from './postgres.ts'
import { type SqlStorage, sqliteStorage } from './sqlite.ts'

/** A storage in the database at that address, for tests and the processes they start: a URL of a server, or a file. */
export function storageAt(address: string): SqlStorage {
  if (address.startsWith('postgres:')) return postgresStorage({ connectionString: address })
  if (address.startsWith('mysql:')) return mariadbStorage({ uri: address })
  return sqliteStorage({ file: address })
}
