import { register } from '../registered.ts'

export const common = {
  cancel: 'Cancel',
  close: 'Close',
  clear: 'Clear',
  save: 'Save changes',
  discard: 'Discard',
  back: 'Back',
  retry: 'Try again',
  steps: 'Steps',
  stepDone: 'done',
  previous: 'Previous',
  next: 'Next',
  actionsFor: 'Actions for {name}',
  optional: 'optional',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  remove: 'Remove {name}',
  notifications: 'Notifications',
  loading: 'Loading',
  none: 'None',
  never: 'Never',
  unknown: 'Unknown',
  didNotLoad: 'This did not load',
  didNotWork: 'That did not work',
  correlation: 'If it stays like this, pass on this number: {id}',
  retryIn: { one: 'Try again in {count} second.', other: 'Try again in {count} seconds.' },
  noMessage: 'No message of your own. {reason}',
  problems: { one: '{count} problem', other: '{count} problems' },
  goToProblem: 'Go to the problem',
} as const

register({ common })
