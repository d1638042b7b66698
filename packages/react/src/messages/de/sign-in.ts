import type { Messages } from '../message.ts'

export const signIn = {
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  email: 'E-Mail-Adresse',
  username: 'Benutzername',
  either: 'E-Mail-Adresse oder Benutzername',
  password: 'Passwort',
  usernameWrong:
    'Benutzername oder Passwort ist falsch, oder das Konto ist gesperrt. Ein neues Passwort entsperrt es auch.',
  eitherWrong:
    'E-Mail-Adresse, Benutzername oder Passwort ist falsch, oder das Konto ist gesperrt. Ein neues Passwort entsperrt es auch.',
  continue: 'Weiter',
  noAccount: 'Noch kein Konto? Die Verwaltung kann Sie einladen.',
  enterPassword: 'Passwort eingeben',
  notYou: 'Nicht Sie?',
  through: 'Mit {provider} anmelden',
  throughLead: 'Ihre Organisation meldet sich dort an. Hier wird kein Passwort verlangt.',
  continueWith: 'Weiter mit {provider}',
  or: 'oder',
} satisfies Messages['signIn']
