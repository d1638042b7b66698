import { register } from '../registered.ts'

export const invitations = {
  invite: 'Invite user',
  inviteTo: 'Invite to {name}',
  linkValid: 'They get a link that is valid for {lifetime}.',
  scopeAs: 'They also become {role} on {name}.',
  email: 'Email address',
  emailHint: 'Several at once: separate them by commas or spaces.',
  role: 'Role',
  noRole: 'No role yet',
  language: 'Language of the mail',
  message: 'Message',
  messageHint: 'optional, plain text',
  inviteCount: { one: 'Invite {count} user', other: 'Invite {count} users' },
  emailInUse: '{email} already has an account.',
  emailInvalid: '{email} is not an email address.',
  invited: 'Invited {email}',
  invitedAgain: 'Invited {email} again',
  invitedAgainDetail: 'The earlier link no longer works.',
  invitedCount: { one: 'Invited {count} user', other: 'Invited {count} users' },
  someAgain: {
    one: '{count} of them again; their earlier link no longer works.',
    other: '{count} of them again; their earlier links no longer work.',
  },
  tooMany: { one: 'At most {count} address at once.', other: 'At most {count} addresses at once.' },

  resend: 'Resend invitation',
  resendTitle: 'Send the invitation again?',
  resendDetail: '{name} gets a new link that is valid for {lifetime}. The earlier link stops working.',
  send: 'Send again',
  resent: 'Sent the invitation to {name} again',

  revoke: 'Revoke invitation',
  revokeTitle: 'Revoke the invitation?',
  revokeDetail: '{name} can no longer register: the link they got stops working, and they leave the list.',
  revokeAfter: 'You can invite the address again at any time.',
  revoked: 'Revoked the invitation of {name}',
} as const

register({ invitations })
