import { register } from '../registered.ts'

export const lockout = {
  unlock: 'Unlock',
  unlockTitle: 'Unlock {name}?',
  unlockWhat:
    'They can sign in again at once with the password they have. Their count of wrong passwords goes back to zero.',
  unlockMail: 'They get a mail that says so, with the link to sign in.',
  unlockMailStandard: 'They get the standard mail that says so, with the link to sign in.',
  message: 'Message',
  messageHint: 'Stands in that mail. Plain text, without links.',
  unlocked: 'Unlocked {name}',
  unlockedDetail: 'They can sign in again.',
  notLockedTitle: '{name} is not locked any more',
  notLocked:
    'Somebody unlocked the account meanwhile, the person set a new password, or the lock opened by itself. There is nothing left to do.',
  failed: 'Failed sign-ins',
  failedLast: { one: 'The last one.', other: 'The last {count}.' },
  failedNone: 'No failed sign-ins',
  failedNoneDetail: 'A wrong password, or a try while the account may not sign in, is listed here for 90 days.',
  failedDidNotLoad: 'The failed sign-ins did not load',
  when: 'When',
  from: 'From',
  with: 'With',
  why: 'Why',
  wrongPassword: 'Wrong password',
  whileLocked: 'Locked out',
  whileDeactivated: 'Deactivated',
  whileDormant: 'Inactive',
  notRegistered: 'Not registered yet',
  agent: '{browser} on {system}',
} as const

register({ lockout })
