import type { Effects } from '../effects.ts'
import { BEFORE_FIRST_SEAL, batchText, entryText, sealText } from './audit.rules.ts'
import type { AuditRecord } from './audit.store.ts'

const PAGE = 20
const TAIL = 10_000

/** What became of the audit: how much was read and every place where it is not what was written. */
export interface AuditReport {
  readonly seals: number
  readonly entries: number
  /** Entries no seal covers yet: a removal among them cannot be told. */
  readonly unsealed: number
  /** The hash of the newest seal: kept elsewhere, it tells later whether seals were cut off. */
  readonly head: string | null
  readonly problems: readonly string[]
}

/**
 * Reads the whole chain and the unsealed tail and reports every edit, removal and insertion it can tell. `known` is the head
 * of an earlier report, which must still be there: the newest seals could else be cut off unnoticed.
 */
export const verifyEntries =
  ({ storage, cryptography, keys }: Effects) =>
  async (known?: string): Promise<AuditReport> => {
    const macKeys = await keys.all('audit')
    const problems: string[] = []
    let seals = 0
    let entries = 0
    let previous: string = BEFORE_FIRST_SEAL

    let found = known === undefined
    const genuine = async (text: string, mac: string) => {
      for (const key of macKeys) if ((await cryptography.mac(key, text)) === mac) return true
      return false
    }
    const check = async (batch: readonly AuditRecord[]) => {
      for (const entry of batch) {
        if (!(await genuine(entryText(entry), entry.mac))) problems.push(`Entry ${entry.id} was edited.`)
      }
      entries += batch.length
    }

    for (;;) {
      const page = await storage.audit.sealed(seals, PAGE)
      for (const { seal, entries: batch } of page) {
        seals += 1
        if (seal.number !== seals) problems.push(`Seal ${seals} is missing; ${seal.number} follows.`)
        if (seal.previous !== previous) problems.push(`Seal ${seal.number} does not continue the one before.`)
        if (!(await genuine(sealText(seal), seal.hash))) problems.push(`Seal ${seal.number} was edited.`)
        if (batch.length !== seal.count) {
          problems.push(`Seal ${seal.number} covers ${seal.count} entries; ${batch.length} are there.`)
        } else if ((await cryptography.digest(batchText(batch))) !== seal.root) {
          problems.push(`Seal ${seal.number} does not match its entries.`)
        }
        await check(batch)
        seals = seal.number
        previous = seal.hash
        found ||= seal.hash === known
      }
      if (page.length < PAGE) break
    }
    const tail = await storage.audit.unsealed(TAIL)
    await check(tail)
    if (!found) problems.push(`Seal ${known} is gone, with all that followed.`)
    return { seals, entries, unsealed: await storage.audit.countUnsealed(), head: previous || null, problems }
  }
