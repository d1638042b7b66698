import { register } from '../registered.ts'

export const confirm = {
  title: 'Confirm it is you',
  lead: 'This needs your password once more. You are not asked again for some minutes.',
  confirm: 'Confirm',
  done: 'Done',
  notCopied: 'Not copied yet',
  copied: 'Copied',
  copyYourself: 'Copying was not allowed. Select it and copy it yourself.',
} as const

register({ confirm })
