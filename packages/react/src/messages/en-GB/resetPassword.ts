import { register } from '../registered.ts'

export const resetPassword = {
  title: 'Password',
  link: 'Send reset link',
  linkDetail: {
    one: 'Their password keeps working until they use it. Valid for {count} day.',
    other: 'Their password keeps working until they use it. Valid for {count} days.',
  },
  linkDetailHours: {
    one: 'Their password keeps working until they use it. Valid for {count} hour.',
    other: 'Their password keeps working until they use it. Valid for {count} hours.',
  },
  sendLink: 'Send link',
  linkSent: 'Sent a reset link to {email}',
  linkSentDetail: 'It is valid until {time}.',
  issue: 'Issue a temporary password',
  issueDetail: 'Ends the password they have and every session. Must be changed at the next sign-in.',
  issueOpen: 'Issue…',
  issueTitle: 'Issue a temporary password for {name}?',
  issueEnds: 'The password they have stops working at once, and every session ends.',
  issueThen: 'The temporary one opens nothing but the choice of a new password.',
  issueUnlocks: 'It also unlocks the account.',
  channel: 'How it reaches them',
  screen: 'On this screen',
  screenDetail: 'Shown to you once, to pass on yourself.',
  mail: 'By mail',
  mailDetail: 'Sent to {email}.',
  textMessage: 'By text message',
  channelDetail: 'You do not see it.',
  issueNow: 'Issue password',
  issued: 'Issued a temporary password for {name}',
  issuedDetail: 'It is on its way.',
  secretTitle: 'Temporary password of {name}',
  secretLead: 'Pass it on now. It cannot be shown again, to anyone.',
  secret: 'Temporary password',
  copy: 'Copy password',
  validUntil: 'Valid until',
  deactivated: 'Not while the account is deactivated.',
  singleSignOn: '{name} signs in through {provider}. There is no password here.',
} as const

register({ resetPassword })
