import type { Messages } from '../message.ts'

export const emailChange = {
  open: 'Adresse ändern…',
  title: 'E-Mail-Adresse ändern',
  lead: 'An die neue Adresse geht ein Link, der zeigt, dass ihre Post Sie erreicht.',
  new: 'Neue E-Mail-Adresse',
  until: 'Bis der Link darin geöffnet wird, bleibt Ihre Adresse {email}.',
  send: 'Link senden',
  sent: 'Falls {email} noch frei ist, ist eine E-Mail dorthin unterwegs.',
  confirmTitle: 'Neue Adresse bestätigen',
  confirmLead:
    'Von da an geht Ihre Post dorthin, und Sie melden sich mit ihr an. Die alte Adresse wird benachrichtigt.',
  confirm: 'Adresse bestätigen',
  doneTitle: 'Ihre Adresse ist geändert',
  doneLead: 'Sie ist jetzt {email}.',
  goOn: 'Weiter',
  deadLead: 'Er wurde benutzt, durch einen neueren ersetzt oder ist abgelaufen. Ihre Adresse ist, wie sie war.',
} satisfies Messages['emailChange']
