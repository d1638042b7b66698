import type { Messages } from '../message.ts'

export const lockout = {
  unlock: 'Entsperren',
  unlockTitle: '{name} entsperren?',
  unlockWhat:
    'Die Person kann sich sofort wieder mit ihrem Passwort anmelden. Die Zählung falscher Passwörter beginnt von vorn.',
  unlockMail: 'Sie bekommt eine Mail darüber, mit dem Link zur Anmeldung.',
  unlockMailStandard: 'Sie bekommt die übliche Mail darüber, mit dem Link zur Anmeldung.',
  message: 'Nachricht',
  messageHint: 'Steht in dieser Mail. Reiner Text, ohne Links.',
  unlocked: '{name} entsperrt',
  unlockedDetail: 'Die Anmeldung geht wieder.',
  notLockedTitle: '{name} ist nicht mehr gesperrt',
  notLocked:
    'Jemand hat das Konto inzwischen entsperrt, die Person hat ein neues Passwort gesetzt, oder die Sperre ist von selbst abgelaufen. Es bleibt nichts zu tun.',
  failed: 'Fehlgeschlagene Anmeldungen',
  failedLast: { one: 'Die letzte.', other: 'Die letzten {count}.' },
  failedNone: 'Keine fehlgeschlagenen Anmeldungen',
  failedNoneDetail:
    'Ein falsches Passwort oder ein Versuch, während sich das Konto nicht anmelden darf, steht hier 90 Tage lang.',
  failedDidNotLoad: 'Die fehlgeschlagenen Anmeldungen konnten nicht geladen werden',
  when: 'Wann',
  from: 'Woher',
  with: 'Womit',
  why: 'Warum',
  wrongPassword: 'Falsches Passwort',
  whileLocked: 'Gesperrt',
  whileDeactivated: 'Deaktiviert',
  whileDormant: 'Inaktiv',
  notRegistered: 'Noch nicht registriert',
  agent: '{browser} unter {system}',
} satisfies Messages['lockout']
