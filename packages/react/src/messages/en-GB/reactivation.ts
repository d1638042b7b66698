import { register } from '../registered.ts'

export const reactivation = {
  reactivate: 'Reactivate',
  title: 'Reactivate {name}?',
  what: 'They can sign in again at once with the password they have. The time without use starts over.',
  mail: 'They get a mail that says so, with the link to sign in.',
  mailStandard: 'They get the standard mail that says so, with the link to sign in.',
  message: 'Message',
  messageHint: 'Stands in that mail. Plain text, without links.',
  done: 'Reactivated {name}',
  doneDetail: 'They can sign in again.',
  notDormantTitle: '{name} is not inactive any more',
  notDormant:
    'Somebody reactivated the account meanwhile, or the person set a new password. There is nothing left to do.',
} as const

register({ reactivation })
