import { register } from '../registered.ts'

export const profile = {
  title: 'Profile',
  emailFixed: 'Your email address cannot be changed.',
  fixed: 'Only an administrator can change this.',
  saved: 'Saved your profile',
  didNotLoad: 'Your profile did not load',
  password: 'Password',
  singleSignOn: 'You sign in through {provider}. Your password is changed there.',
} as const

register({ profile })
