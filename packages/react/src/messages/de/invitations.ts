import type { Messages } from '../message.ts'

export const invitations = {
  invite: 'Person einladen',
} satisfies Messages['invitations']
