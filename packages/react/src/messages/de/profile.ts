import type { Messages } from '../message.ts'

export const profile = {
  title: 'Profil',
  emailFixed: 'Ihre E-Mail-Adresse kann nicht geändert werden.',
  fixed: 'Das kann nur die Verwaltung ändern.',
  saved: 'Ihr Profil ist gespeichert',
  didNotLoad: 'Ihr Profil konnte nicht geladen werden',
  password: 'Passwort',
  singleSignOn: 'Sie melden sich über {provider} an. Ihr Passwort wird dort geändert.',
} satisfies Messages['profile']
