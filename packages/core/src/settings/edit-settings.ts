import { differences } from '../audit/audit.rules.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import { refuse } from '../kernel/refusals.ts'
import { roundFrom } from './round.rules.ts'
import type { settingsContract } from './settings.contract.ts'
import { currentSettings, shownSettings } from './settings.steps.ts'

/**
 * Changes the settings. Nothing is sent for what happened before, except where people sign in elsewhere from now on: the
 * worker sends the welcome again, to those whom the mode welcomes by itself.
 */
export const editSettings: UseCase<typeof settingsContract.editSettings> =
  (effects) =>
  async (caller, { version, ...input }) => {
    const { storage, policy, access, clock } = effects
    const actor = requireRight(access, caller, 'settings.edit')
    const { version: _, round: __, ...before } = await currentSettings(storage, policy)
    const { welcome = before.welcome, welcomeText = before.welcomeText, signInAddress = before.signInAddress } = input
    const settings = { welcome, welcomeText: welcomeText || null, signInAddress }
    const round = signInAddress === before.signInAddress ? null : roundFrom(clock.now())
    const changes = differences(before, settings)
    const entry = await composeEntry(effects, actor, { action: 'settings.editSettings', target: null, changes })
    const outcome = await storage.transaction(async (tx) => {
      const saved = await tx.settings.save(version, settings, round)
      if (saved === 'saved') await tx.audit.append(entry)
      return saved
    })
    const now = shownSettings(await currentSettings(storage, policy))
    return outcome === 'saved' ? now : refuse('changed-meanwhile', { current: now })
  }
