import type { ReactivatedMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { openedMail } from '../ui/opened.tsx'

export function reactivatedMail({ data }: ReactivatedMail, setting: Setting): Letter {
  return openedMail(data, setting.words.reactivated, setting)
}
