import { register } from '../registered.ts'

export const signIn = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  email: 'Email address',
  username: 'Username',
  either: 'Email address or username',
  password: 'Password',
  usernameWrong: 'The username or password is wrong, or the account is locked. A new password also unlocks it.',
  eitherWrong:
    'The email, the username or the password is wrong, or the account is locked. A new password also unlocks it.',
  continue: 'Continue',
  noAccount: 'No account yet? An administrator can invite you.',
  enterPassword: 'Enter your password',
  notYou: 'Not you?',
  through: 'Sign in with {provider}',
  throughLead: 'Your organization signs in there. No password is asked for here.',
  continueWith: 'Continue with {provider}',
  or: 'or',
} as const

register({ signIn })
