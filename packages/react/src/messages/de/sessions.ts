import type { Messages } from '../message.ts'

export const sessions = {
  title: 'Sitzungen',
} satisfies Messages['sessions']
