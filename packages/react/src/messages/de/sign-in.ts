import type { Messages } from '../message.ts'

export const signIn = {
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  email: 'E-Mail-Adresse',
  username: 'Benutzername',
  either: 'E-Mail-Adresse oder Benutzername',
  password: 'Passwort',
} satisfies Messages['signIn']
