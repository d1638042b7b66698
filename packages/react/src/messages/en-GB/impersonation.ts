import { register } from '../registered.ts'

export const impersonation = {
  open: 'View as…',
  title: 'View as {name}',
  lead: {
    one: 'You see what they see, for at most {count} minute.',
    other: 'You see what they see, for at most {count} minutes.',
  },
  reason: 'Reason',
  reasonHint: 'Stands in the mail to them and in the audit.',
  rights: 'You have the rights of {name} and none of your own.',
  kept: 'Their password, profile and tokens stay theirs alone.',
  mail: '{name} gets a mail with your name and the reason.',
  audit: 'Everything you do is written down under both names.',
  start: 'Start viewing',
  banner: 'Viewing as somebody else',
  viewing: 'Viewing as {name}.',
  viewingRole: 'Viewing as {name}, {role}.',
  notYours: 'Their rights, not your own.',
  logged: 'Until {time}. Logged under both names. {by}: “{reason}”',
  minutesLeft: { one: '{count} min left', other: '{count} min left' },
  secondsLeft: { one: '{count} s left', other: '{count} s left' },
  stop: 'Stop viewing',
  stopped: 'You are yourself again',
  stoppedDetail: 'You no longer view as {name}.',
  timeOver:
    'The time to view as {name} is over. What was not saved is still on the page; saving it now is in your name.',
  reload: 'Reload',
  signedOut: 'You are signed out',
  signedOutDetail: 'The session in which you viewed as {name} has ended. Sign in again to go on.',
} as const

register({ impersonation })
