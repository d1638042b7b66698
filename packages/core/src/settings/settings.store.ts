import type { SignInAddress, WelcomeMode } from './welcome.rules.ts'

/** What administrators set for everybody, beside the policy, which is code. */
export interface Settings {
  readonly welcome: WelcomeMode
  /** Plain text of the host's own in every welcome mail. */
  readonly welcomeText: string | null
  readonly signInAddress: SignInAddress
}

export interface SettingsRecord extends Settings {
  /** Moves by one with each change. */
  readonly version: number
  /** Where the welcomes that go out again have come to, in the core's own words; null when none do. */
  readonly round: string | null
}

export interface SettingsStore {
  /** Null until somebody changed them first. */
  find(): Promise<SettingsRecord | null>
  /**
   * Writes them at the version the caller saw, 0 for the first time; `stale` when somebody was faster. `round` begins one,
   * null leaves what is under way.
   */
  save(version: number, settings: Settings, round: string | null): Promise<'saved' | 'stale'>
  /** Moves the round from that place to the next, or to its end with null; false when it was somewhere else. */
  proceed(from: string, to: string | null): Promise<boolean>
}
