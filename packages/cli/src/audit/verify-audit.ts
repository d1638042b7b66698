import type { Command } from '../command.ts'

/** `rollcall verify-audit`: reads the whole audit and reports every edit and removal it can tell. */
export const verifyAudit: Command = async ({ rollcall, say }) => {
  const { seals, entries, unsealed, problems } = await rollcall().audit.verifyEntries()
  for (const problem of problems) say(`problem  ${problem}`)
  say(`${entries} entries under ${seals} seals, ${unsealed} not sealed yet, ${problems.length || 'no'} problems.`)
  return problems.length > 0 ? 1 : 0
}
