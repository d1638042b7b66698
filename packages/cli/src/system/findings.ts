import type { RollcallOptions } from '@rollcall/core'
import { type Policy, policyProblems } from '@rollcall/core/rules'

/** One line of the report: `fail` keeps Rollcall from working, `warn` should be looked at. */
export interface Finding {
  readonly level: 'ok' | 'warn' | 'fail'
  /** What is so, and, unless it is fine, what to do. */
  readonly text: string
}

const ok = (text: string): Finding => ({ level: 'ok', text })
const warn = (text: string): Finding => ({ level: 'warn', text })
const fail = (text: string): Finding => ({ level: 'fail', text })

export function nodeOf(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const recent = major > 20 || (major === 20 && minor >= 19)
  return recent ? ok(`Node ${version}.`) : fail(`Node ${version} is too old; install 20.19 or newer.`)
}

/** Each secret has to be 32 bytes, and none there twice. */
export function secretsOf(secrets: RollcallOptions['secrets']): Finding[] {
  const advice = 'make one with `openssl rand -base64 32` and pass it in from the environment'
  if (!Array.isArray(secrets) || secrets.length === 0) return [fail(`There are no secrets; ${advice}.`)]
  const bytes = (secrets as readonly unknown[]).map(bytesOf)
  const problems = bytes.flatMap((each, index) => {
    const name = `secrets[${index}]`
    if (each === null) return [fail(`${name} is missing; ${advice}.`)]
    if (each.length !== 32) return [fail(`${name} has ${each.length} bytes, not 32; ${advice}.`)]
    const twin = bytes.findIndex((other) => other?.equals(each))
    return twin < index ? [fail(`${name} repeats secrets[${twin}]; leave one out.`)] : []
  })
  return problems.length > 0
    ? problems
    : [ok(secrets.length === 1 ? '1 secret.' : `${secrets.length} secrets, all different.`)]
}

function bytesOf(secret: unknown): Buffer | null {
  if (secret instanceof Uint8Array) return Buffer.from(secret)
  return typeof secret === 'string' && secret !== '' ? Buffer.from(secret, 'base64') : null
}

/** Links and cookies are made from it: only this machine may go without encryption. */
export function addressOf(baseUrl: string): Finding {
  if (!URL.canParse(baseUrl)) return fail(`baseUrl must be an absolute address, not "${baseUrl}".`)
  const { protocol, hostname } = new URL(baseUrl)
  const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
  if (protocol === 'https:' || (protocol === 'http:' && loopback)) return ok(`Links lead to ${baseUrl}.`)
  return fail(`baseUrl is ${baseUrl}; give it as https://, or links and sessions travel unprotected.`)
}

export function policyOf(policy: Policy): Finding {
  const problems = policyProblems(policy)
  if (problems.length > 0) return fail(`The policy contradicts itself. ${problems.join(' ')}`)
  return ok(`The policy (${policy.preset}) holds together.`)
}

/** A clock behind what was written by it was set back, or another machine's is ahead. Both in epoch milliseconds. */
export function clockOf(now: number, lastWrittenAt: number | null): Finding {
  const behind = lastWrittenAt === null ? 0 : lastWrittenAt - now
  if (behind <= 60_000) return ok(`The clock says ${new Date(now).toISOString()}.`)
  const written = new Date(lastWrittenAt ?? 0).toISOString()
  return fail(
    `The clock says ${new Date(now).toISOString()}, but the audit was sealed at ${written}; set the clocks by NTP.`,
  )
}

interface Backlog {
  readonly mailsDue: number
  readonly oldestMailDueAt: string | null
  readonly mailsFailed: number
  readonly auditUnsealed: number
}

/** Whether anybody delivers. */
export function mailBacklogOf(status: 'up' | 'degraded', backlog: Backlog | null): Finding[] {
  const { mailsDue = 0, oldestMailDueAt = null, mailsFailed = 0, auditUnsealed = 0 } = backlog ?? {}
  const counted = `${mailsDue} mails due, ${auditUnsealed} audit entries not sealed yet`
  return [
    status === 'up'
      ? ok(`The worker keeps up: ${counted}.`)
      : warn(
          `${counted}, the oldest mail since ${oldestMailDueAt}; run \`rollcall worker\`, or worker.start() in the server.`,
        ),
    ...(mailsFailed > 0
      ? [warn(`${mailsFailed} mails of the last 30 days were given up; each person's page says why.`)]
      : []),
  ]
}
