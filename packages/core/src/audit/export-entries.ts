import type { UseCase } from '../effects.ts'
import { csvLine } from '../kernel/csv.rules.ts'
import type { Storage } from '../ports/storage.ts'
import type { auditContract } from './audit.contract.ts'
import { composeEntry } from './audit.steps.ts'
import type { AuditFilter, AuditParty, AuditRecord } from './audit.store.ts'
import { presentEntry, readableEntries } from './entries.steps.ts'

const PAGE = 500

const PARTIES = ['By', 'By id', 'Acting as', 'Acting as id', 'Target', 'Target id']
const HEADER = ['At', 'Action', ...PARTIES, 'Changes', 'Reason', 'Address']

/** The entries of a list as a file, written while it is read; that somebody took them away is an entry of its own. */
export const exportEntries: UseCase<typeof auditContract.exportEntries> = (effects) => async (caller, wire) => {
  const { storage } = effects
  const filter = await readableEntries(effects, caller, wire)
  const narrowed = Object.fromEntries(Object.entries(wire).map(([name, value]) => [name, [null, value] as const]))
  const about = { action: 'audit.exportEntries', target: null, changes: narrowed }
  await storage.audit.append(await composeEntry(effects, caller, about))
  return linesOf(storage, filter)
}

async function* linesOf(storage: Storage, filter: AuditFilter): AsyncGenerator<string> {
  yield csvLine(HEADER)
  let after: AuditRecord | null = null
  do {
    const page: readonly AuditRecord[] = await storage.audit.list(filter, after, PAGE)
    yield page.map(lineOf).join('')
    after = page.length === PAGE ? (page.at(-1) ?? null) : null
  } while (after)
}

function lineOf(record: AuditRecord): string {
  const { at, action, real, effective, target, changes, reason, address } = presentEntry(record)
  const acting = real && effective && real.id !== effective.id ? effective : null
  const parties = [real, acting, target].flatMap((party: AuditParty | null) => [party?.name ?? '', party?.id ?? ''])
  return csvLine([at, action, ...parties, JSON.stringify(changes), reason ?? '', address ?? ''])
}
