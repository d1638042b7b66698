import type { Messages } from '../message.ts'

export const passwords = {
  forgot: 'Passwort vergessen?',
} satisfies Messages['passwords']
