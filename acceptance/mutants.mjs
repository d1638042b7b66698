// Removes one check at a time (`mutants.json`), tells the stories of `escalation.test.ts`, and expects one to go wrong.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { misfit, patched } from './break.mjs'
import { report, suites } from './rows.mjs'

/** In how many stories every mutant must be found; three times as many as `npm test` tells. */
const STORIES = 900

const readMutants = (root) => JSON.parse(readFileSync(join(root, 'acceptance/mutants.json'), 'utf8'))
const misfitOf = (root, mutant) => misfit(root, { row: mutant.why, ...mutant })

/** What is wrong with `mutants.json` without trying it: patches that fit nowhere. */
export function unfitMutants(root) {
  return readMutants(root).flatMap((mutant) => misfitOf(root, mutant) ?? [])
}

/** Tries all mutants, or those whose reason holds one of these texts. @returns what is wrong with them. */
export async function tryMutants(root, only = []) {
  const chosen = readMutants(root).filter(({ why }) => only.length === 0 || only.some((text) => why.includes(text)))
  process.env.ROLLCALL_STORIES = String(STORIES)
  const problems = []
  for (const mutant of chosen) {
    const began = Date.now()
    process.env.ROLLCALL_SETTING = mutant.setting ?? 'invite-first'
    const said = misfitOf(root, mutant) ?? (await patched(root, mutant, () => tell(root)))
    const found = said.startsWith('After ')
    console.log(`${found ? 'found ' : 'MISSED'} ${mutant.why} (${said}, ${Math.round((Date.now() - began) / 1000)} s)`)
    if (!found) problems.push(`${mutant.why}: ${said}`)
  }
  console.log(`\n${chosen.length - problems.length} of ${chosen.length} found in ${STORIES} stories each.`)
  return problems
}

/** What the stories say: the sentence of the one that goes wrong. */
async function tell(root) {
  const [suite] = suites(root)
  const found = await report(root, suite, { files: ['acceptance/escalation.test.ts'] })
  const messages = found?.testResults.flatMap((file) => file.assertionResults.flatMap((test) => test.failureMessages))
  if (messages === undefined) return 'the test does not even load'
  return /After \w+ on [^\n]*/.exec(messages.join('\n'))?.[0] ?? 'all goes well'
}
