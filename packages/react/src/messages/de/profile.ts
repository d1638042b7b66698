import type { Messages } from '../message.ts'

export const profile = {
  title: 'Profil',
  emailFixed: 'Ihre E-Mail-Adresse kann nicht geändert werden.',
  fixed: 'Das kann nur die Verwaltung ändern.',
  changed: {
    one: '{count} Änderung nicht gespeichert: {fields}',
    other: '{count} Änderungen nicht gespeichert: {fields}',
  },
  saved: 'Ihr Profil ist gespeichert',
  didNotLoad: 'Ihr Profil konnte nicht geladen werden',
  meanwhile:
    'Ihr Profil wurde inzwischen geändert. Was Sie getippt haben, ist noch da; speichern Sie erneut, damit es gilt.',
  password: 'Passwort',
  singleSignOn: 'Sie melden sich über {provider} an. Ihr Passwort wird dort geändert.',
} satisfies Messages['profile']
