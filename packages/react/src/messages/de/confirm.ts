import type { Messages } from '../message.ts'

export const confirm = {
  title: 'Bestätigen Sie, dass Sie es sind',
  lead: 'Dafür wird Ihr Passwort noch einmal gebraucht. Für einige Minuten dann nicht wieder.',
  confirm: 'Bestätigen',
  done: 'Fertig',
  notCopied: 'Noch nicht kopiert',
  copied: 'Kopiert',
  copyYourself: 'Kopieren war nicht erlaubt. Markieren und kopieren Sie es selbst.',
} satisfies Messages['confirm']
