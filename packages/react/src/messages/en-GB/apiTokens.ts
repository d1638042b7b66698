import { register } from '../registered.ts'

export const apiTokens = {
  title: 'API tokens',
  generate: 'Generate token',
  limit: {
    one: 'One token per user. Revoke this one to generate another.',
    other: '{count} tokens per user. Revoke one to generate another.',
  },
  deactivated: 'Not while the account is deactivated.',
  none: 'No token yet',
  noneDetail: 'A token lets a program act with the rights of its owner.',
  expires: 'Expires {date}.',
  expired: 'Expired {date}.',
  lastUsed: 'Last used {time}.',
  neverUsed: 'Never used.',
  madeBy: 'Made by {name}.',
  revoke: 'Revoke…',
  revokeTitle: 'Revoke this token?',
  revokeDetail: 'Whatever uses {prefix} is refused from then on. This cannot be undone.',
  revokeNow: 'Revoke token',
  revoked: 'Revoked the token',
  newTitle: 'Token for {name}',
  newOwnTitle: 'Your new token',
  newLead: 'Copy it now. It cannot be shown again, to anyone.',
  secret: 'Token',
  copy: 'Copy token',
  newExpires: 'Expires',
  newCanDo: 'Can do',
  newCanDoOf: 'Whatever {name} can do',
  newCanDoOwn: 'Whatever you can do',
  newSend: 'Send it as',
  newTold: '{name} gets a mail that you made this token, without the token.',
  didNotLoad: 'The tokens did not load',
} as const

register({ apiTokens })
