import type { Messages } from '../message.ts'

export const reopening = {
  mail: 'Sie bekommt eine Mail darüber, mit dem Link zur Anmeldung.',
  mailStandard: 'Sie bekommt die übliche Mail darüber, mit dem Link zur Anmeldung.',
  message: 'Nachricht',
  messageHint: 'Steht in dieser Mail. Reiner Text, ohne Links.',
  done: 'Die Anmeldung geht wieder.',
} satisfies Messages['reopening']
