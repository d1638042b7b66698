import type { Messages } from '../message.ts'

export const reactivation = {
  reactivate: 'Reaktivieren',
  title: '{name} reaktivieren?',
  what: 'Die Person kann sich sofort wieder mit ihrem Passwort anmelden. Die Zeit ohne Nutzung beginnt von vorn.',
  mail: 'Sie bekommt eine Mail darüber, mit dem Link zur Anmeldung.',
  mailStandard: 'Sie bekommt die übliche Mail darüber, mit dem Link zur Anmeldung.',
  message: 'Nachricht',
  messageHint: 'Steht in dieser Mail. Reiner Text, ohne Links.',
  done: '{name} reaktiviert',
  doneDetail: 'Die Anmeldung geht wieder.',
  notDormantTitle: '{name} ist nicht mehr inaktiv',
  notDormant:
    'Jemand hat das Konto inzwischen reaktiviert, oder die Person hat ein neues Passwort gesetzt. Es bleibt nichts zu tun.',
} satisfies Messages['reactivation']
