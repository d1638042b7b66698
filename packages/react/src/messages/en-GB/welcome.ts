import { register } from '../registered.ts'

export const welcome = {
  send: 'Send welcome mail',
  title: 'Send {name} the welcome mail?',
  to: 'It goes to {email}, and says how to sign in.',
  choose: 'It carries a new link to choose a password; the link of an earlier one stops working.',
  registered: 'It carries no password, and nothing changes for them.',
  sent: 'Sent {name} the welcome mail',
  all: 'Send welcome mail to all…',
  allTitleCounting: 'Send everybody the welcome mail?',
  allTitle: { one: 'Send {count} person the welcome mail?', other: 'Send {count} people the welcome mail?' },
  allWhat: 'To everybody active, on whichever page of the list.',
  allMatching: 'To everybody active who matches the search and the filters of the list, on whichever page.',
  links:
    'It says how to sign in. Whoever has no password yet gets a new link to choose one; earlier links stop working.',
  nobody: 'There is nobody to send it to',
  passedOver: { one: '{count} person is passed over.', other: '{count} people are passed over.' },
  allAct: { one: 'Send {count} mail', other: 'Send {count} mails' },
  sentMany: { one: 'Sent {count} welcome mail', other: 'Sent {count} welcome mails' },
} as const

register({ welcome })
