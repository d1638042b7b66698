import { differences } from '../audit/audit.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import type { settingsContract } from './settings.contract.ts'
import { currentSettings } from './settings.steps.ts'

/** Changes the settings. Nothing is sent for what happened before. */
export const editSettings: UseCase<typeof settingsContract.editSettings> =
  (effects) =>
  async (caller, { version, ...input }) => {
    const { storage, policy, access } = effects
    const actor = requireRight(access, caller, 'settings.edit')
    const { version: _, ...before } = await currentSettings(storage, policy)
    const { welcome = before.welcome, welcomeText = before.welcomeText } = input
    const settings = { welcome, welcomeText: welcomeText || null }
    const changes = differences(before, settings)
    const entry = await composeEntry(effects, actor, { action: 'settings.editSettings', target: null, changes })
    const outcome = await storage.transaction(async (tx) => {
      const saved = await tx.settings.save(version, settings)
      if (saved === 'saved') await tx.audit.append(entry)
      return saved
    })
    const now = await currentSettings(storage, policy)
    return outcome === 'saved' ? now : refuse('changed-meanwhile', { current: now })
  }
