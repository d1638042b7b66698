import { register } from '../registered.ts'

export const registration = {
  title: 'Set up your account',
  invitedBy: '{name} invited you. The link is valid until {time}.',
  invited: 'You are invited. The link is valid until {time}.',
  signInAs: 'You sign in as',
  emailHint: 'The invitation was sent here.',
  create: 'Create account',
  codeTitle: 'Enter your code',
  codeLead: 'It stands in the mail that invites you.',
  continue: 'Continue',
  doneTitle: 'Your account is ready',
  doneSignedIn: 'You are signed in.',
  doneSignIn: 'Sign in with the password you chose.',
  deadLead:
    'It was used, replaced by a newer one, or has expired. Ask the person who invited you to send it again, or sign in if you have an account already.',
} as const

register({ registration })
