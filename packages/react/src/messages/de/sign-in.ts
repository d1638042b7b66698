import type { Messages } from '../message.ts'

export const signIn = {
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  email: 'E-Mail-Adresse',
  username: 'Benutzername',
  either: 'E-Mail-Adresse oder Benutzername',
  password: 'Passwort',
  continue: 'Weiter',
  noAccount: 'Noch kein Konto? Die Verwaltung kann Sie einladen.',
  enterPassword: 'Passwort eingeben',
  notYou: 'Nicht Sie?',
  through: 'Mit {provider} anmelden',
  throughLead: 'Ihre Organisation meldet sich dort an. Hier wird kein Passwort verlangt.',
  continueWith: 'Weiter mit {provider}',
} satisfies Messages['signIn']
