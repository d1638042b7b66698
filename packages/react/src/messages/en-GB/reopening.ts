import { register } from '../registered.ts'

export const reopening = {
  mail: 'They get a mail that says so, with the link to sign in.',
  mailStandard: 'They get the standard mail that says so, with the link to sign in.',
  message: 'Message',
  messageHint: 'Stands in that mail. Plain text, without links.',
  done: 'They can sign in again.',
} as const

register({ reopening })
