export const invitations = {
  invite: 'Invite user',
} as const
