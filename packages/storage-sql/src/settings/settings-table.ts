import type { SignInAddress, WelcomeMode } from '@rollcall/core/rules'

export interface SettingsTable {
  number: number
  welcome: WelcomeMode
  welcome_text: string | null
  sign_in_address: SignInAddress
  version: number
  round: string | null
}
