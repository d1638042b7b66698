export const lockout = {
  unlock: 'Unlock',
} as const
