import type { UseCase } from '../effects.ts'
import { requireRight } from '../kernel/authorise.ts'
import type { settingsContract } from './settings.contract.ts'
import { currentSettings, shownSettings } from './settings.steps.ts'

/** What administrators set for everybody. */
export const getSettings: UseCase<typeof settingsContract.getSettings> =
  ({ storage, policy, access }) =>
  async (caller) => {
    requireRight(access, caller, 'settings.edit')
    return shownSettings(await currentSettings(storage, policy))
  }
