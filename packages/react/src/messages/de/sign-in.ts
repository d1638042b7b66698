import type { Messages } from '../message.ts'

export const signIn = {
  signIn: 'Anmelden',
} satisfies Messages['signIn']
