import type { Messages } from '../message.ts'

export const users = {
  title: 'Personen',
  confirmed: 'Bestätigt',
  notConfirmed: 'Nicht bestätigt',
  invitationExpired: 'Einladung abgelaufen',
  locked: 'Gesperrt',
  dormant: 'Inaktiv',
  deactivated: 'Deaktiviert',
} satisfies Messages['users']
