import type { Command } from '../command.ts'

/** `rollcall verify-audit`: reads the whole audit and reports every edit and removal it can tell. */
export const verifyAudit: Command<{ readonly known?: string }> = async ({ rollcall, say }, { known }) => {
  const { seals, entries, unsealed, head, problems } = await rollcall().audit.verifyEntries(known)
  for (const problem of problems) say(`problem  ${problem}`)
  say(`${entries} entries under ${seals} seals, ${unsealed} not sealed yet, ${problems.length || 'no'} problems.`)
  if (head !== null) say(`Keep this elsewhere, and give it the next time: --known=${head}`)
  return problems.length > 0 ? 1 : 0
}
