import type { WelcomeMode } from './welcome.rules.ts'

/** What administrators set for everybody, beside the policy, which is code. */
export interface Settings {
  readonly welcome: WelcomeMode
  /** Plain text of the host's own in every welcome mail. */
  readonly welcomeText: string | null
}

export interface SettingsRecord extends Settings {
  /** Moves by one with each change. */
  readonly version: number
}

export interface SettingsStore {
  /** Null until somebody changed them first. */
  find(): Promise<SettingsRecord | null>
  /** Writes them at the version the caller saw, 0 for the first time; `stale` when somebody was faster. */
  save(version: number, settings: Settings): Promise<'saved' | 'stale'>
}
