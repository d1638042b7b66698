// Pages of 50 out of 100,000 people on PostgreSQL, a server of its own on this machine; by the clock, as both sides wait.
import { postgresStorage } from '@rollcall/storage-sql/postgres'
import { startPostgres } from '../../../scripts/database-servers.mjs'
import { gather } from '../crowd.mjs'
import { peopleOnPostgres } from '../people-on-postgres.mjs'
import { comparePages } from '../people-pages.mjs'
import { busy } from '../rounds.mjs'

export default async function people() {
  const server = await startPostgres()
  const connectionString = server.url('postgres')
  const storage = postgresStorage({ connectionString })
  await storage.migrate()
  await gather(storage, 100_000)
  const byHand = await peopleOnPostgres(connectionString)
  const lines = await comparePages({ storage, byHand, turn: (operation) => busy(60, 1, operation) })
  await byHand.close()
  await storage.close()
  await server.stop()
  return lines.map((line) => ({ ...line, what: `PostgreSQL: ${line.what}` }))
}
