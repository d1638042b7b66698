import type { WelcomeMode } from '@rollcall/core/rules'

export interface SettingsTable {
  number: number
  welcome: WelcomeMode
  welcome_text: string | null
  version: number
}
