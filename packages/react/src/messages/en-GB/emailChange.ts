import { register } from '../registered.ts'

export const emailChange = {
  open: 'Change address…',
  title: 'Change your email address',
  lead: 'A link goes to the new address, to show that its mail reaches you.',
  new: 'New email address',
  until: 'Until the link in it is followed, your address stays {email}.',
  send: 'Send link',
  sent: 'If {email} is not taken, a mail is on its way there.',
  confirmTitle: 'Confirm your new address',
  confirmLead: 'Mails go to it from then on, and you sign in with it. The old address is told.',
  confirm: 'Confirm address',
  doneTitle: 'Your address is changed',
  doneLead: 'It is {email} now.',
  goOn: 'Go on',
  deadLead: 'It was used, replaced by a newer one, or has expired. Your address is what it was.',
} as const

register({ emailChange })
