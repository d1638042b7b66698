import type { Messages } from '../message.ts'

export const lockout = {
  unlock: 'Entsperren',
} satisfies Messages['lockout']
