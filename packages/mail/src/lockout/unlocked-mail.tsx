import type { UnlockedMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { openedMail } from '../ui/opened.tsx'

export function unlockedMail({ data }: UnlockedMail, setting: Setting): Letter {
  return openedMail(data, setting.words.unlocked, setting)
}
