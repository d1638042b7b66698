export const users = {
  title: 'Users',
  confirmed: 'Confirmed',
  notConfirmed: 'Not confirmed',
  invitationExpired: 'Invitation expired',
  locked: 'Locked out',
  dormant: 'Inactive',
  deactivated: 'Deactivated',
} as const
