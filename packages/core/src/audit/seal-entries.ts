import type { Effects } from '../effects.ts'
import { BEFORE_FIRST_SEAL, batchText, sealText } from './audit.rules.ts'

const BATCH = 1_000

/**
 * Chains committed entries, a batch a seal, until none is left. Two sealers collide on the seal's number: one of them
 * gives up and leaves the rest to the other. Answers how many entries were sealed.
 */
export const sealEntries =
  ({ storage, cryptography, keys, clock }: Effects) =>
  async (): Promise<number> => {
    let sealed = 0
    for (;;) {
      const entries = await storage.audit.unsealed(BATCH)
      if (entries.length === 0) return sealed
      const last = await storage.audit.lastSeal()
      const link = {
        number: (last?.number ?? 0) + 1,
        previous: last?.hash ?? BEFORE_FIRST_SEAL,
        root: await cryptography.digest(batchText(entries)),
        count: entries.length,
        at: clock.now(),
      }
      const seal = { ...link, hash: await cryptography.mac(await keys.current('audit'), sealText(link)) }
      const won = await storage.audit.seal(
        seal,
        entries.map((entry) => entry.id),
      )
      if (!won) return sealed
      sealed += entries.length
    }
  }
