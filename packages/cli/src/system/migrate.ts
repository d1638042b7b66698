import type { Command } from '../command.ts'
import { Complaint } from '../explain.ts'

/** `rollcall migrate`: brings the schema up to this version. */
export const migrate: Command = async ({ config, say }) => {
  if (!config.storage.migrate) throw new Complaint('This storage has no schema to migrate.')
  const { applied } = await config.storage.migrate()
  for (const name of applied) say(`applied ${name}`)
  say(applied.length > 0 ? 'The schema is up to date.' : 'The schema was up to date.')
  return 0
}
