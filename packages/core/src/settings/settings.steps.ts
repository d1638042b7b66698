import type { Stores } from '../ports/storage.ts'
import type { Policy } from '../system/policy.rules.ts'
import type { SettingsRecord } from './settings.store.ts'

/** The settings as they stand; the policy's until somebody changes them. */
export async function currentSettings({ settings }: Pick<Stores, 'settings'>, policy: Policy): Promise<SettingsRecord> {
  const untouched = { welcomeText: null, signInAddress: 'generic', version: 0, round: null } as const
  return (await settings.find()) ?? { welcome: policy.welcome?.mode ?? 'nobody', ...untouched }
}

/** As whoever may edit them sees them. */
export function shownSettings({ round, ...settings }: SettingsRecord) {
  return { ...settings, resending: round !== null }
}
