import { versions } from 'node:process'
import { createRollcall, systemClock } from '@rollcall/core'
import type { RollcallConfig } from '../config.ts'
import { explain, messageOf } from '../explain.ts'
import { loadConfig } from '../load-config.ts'
import { addressOf, clockOf, type Finding, mailBacklogOf, nodeOf, policyOf, secretsOf } from './findings.ts'

type Say = (line: string) => void

/** `rollcall doctor`: looks at everything Rollcall needs. Answers 1 when something keeps it from working. */
export async function doctor(named: string | undefined, say: Say): Promise<0 | 1> {
  let failed = false
  const report = (findings: readonly Finding[]) => {
    for (const { level, text } of findings) say(`${level.padEnd(5)} ${text}`)
    failed ||= findings.some(({ level }) => level === 'fail')
  }
  report([nodeOf(versions.node)])
  try {
    const config = await loadConfig(named)
    try {
      report([{ level: 'ok', text: 'The configuration loads.' }])
      report([...secretsOf(config.secrets), addressOf(config.baseUrl), policyOf(config.policy)])
      report(await mailOf(config))
      report(await storedOf(config, !failed))
    } finally {
      config.mailer.close?.()
      await config.storage.close()
    }
  } catch (error) {
    report([{ level: 'fail', text: explain(error) }])
  }
  return failed ? 1 : 0
}

async function mailOf({ mailer }: RollcallConfig): Promise<Finding[]> {
  if (!mailer.verify) return [{ level: 'ok', text: 'The mailer offers no check; invite somebody to try it.' }]
  try {
    await mailer.verify()
    return [{ level: 'ok', text: 'The mail server answers and lets us in.' }]
  } catch (error) {
    const text = `The mail server cannot be used: ${messageOf(error)}; check the mailer. Mails wait and are retried meanwhile.`
    return [{ level: 'fail', text }]
  }
}

/** What the database says, and what its contents say about the clock and the worker. */
async function storedOf(config: RollcallConfig, assembles: boolean): Promise<Finding[]> {
  try {
    await config.storage.check()
  } catch (error) {
    return [{ level: 'fail', text: explain(error) }]
  }
  const rollcall = assembles ? createRollcall(config) : null
  const seal = await config.storage.audit.lastSeal()
  const warnings = (await config.storage.warnings?.()) ?? []
  const findings: Finding[] = [
    { level: 'ok', text: 'The database answers, its schema is up to date.' },
    ...warnings.map((text): Finding => ({ level: 'warn', text })),
    clockOf((config.clock ?? systemClock).now(), seal?.at ?? null),
  ]
  if (rollcall) {
    const { status, details } = await rollcall.system.getHealth(rollcall.host('rollcall doctor'), {})
    findings.push(...mailBacklogOf(status, details))
  }
  return findings
}
