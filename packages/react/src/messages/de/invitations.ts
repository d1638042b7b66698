import type { Messages } from '../message.ts'

export const invitations = {
  invite: 'Person einladen',
  inviteTo: 'Zu {name} einladen',
  linkValid: 'Wer eingeladen wird, bekommt einen Link, der {lifetime} gilt.',
  scopeAs: 'Dazu kommt die Rolle {role} für {name}.',
  email: 'E-Mail-Adresse',
  emailHint: 'Mehrere auf einmal: durch Kommas oder Leerzeichen trennen.',
  role: 'Rolle',
  noRole: 'Noch keine Rolle',
  language: 'Sprache der Mail',
  message: 'Nachricht',
  messageHint: 'freiwillig, reiner Text',
  inviteCount: { one: '{count} Person einladen', other: '{count} Personen einladen' },
  emailInUse: '{email} hat bereits ein Konto.',
  emailInvalid: '{email} ist keine E-Mail-Adresse.',
  invited: '{email} eingeladen',
  invitedAgain: '{email} erneut eingeladen',
  invitedAgainDetail: 'Der frühere Link gilt nicht mehr.',
  invitedCount: { one: '{count} Person eingeladen', other: '{count} Personen eingeladen' },
  someAgain: {
    one: '{count} davon erneut; der frühere Link gilt nicht mehr.',
    other: '{count} davon erneut; die früheren Links gelten nicht mehr.',
  },
  tooMany: { one: 'Höchstens {count} Adresse auf einmal.', other: 'Höchstens {count} Adressen auf einmal.' },

  resend: 'Einladung erneut senden',
  resendTitle: 'Einladung erneut senden?',
  resendDetail: '{name} bekommt einen neuen Link, der {lifetime} gilt. Der frühere Link gilt dann nicht mehr.',
  send: 'Erneut senden',
  resent: 'Einladung an {name} erneut gesendet',

  revoke: 'Einladung zurückziehen',
  revokeTitle: 'Einladung zurückziehen?',
  revokeDetail:
    '{name} kann sich dann nicht mehr registrieren: Der Link gilt nicht mehr, und der Eintrag verschwindet.',
  revokeAfter: 'Sie können die Adresse jederzeit wieder einladen.',
  revoked: 'Einladung von {name} zurückgezogen',
} satisfies Messages['invitations']
