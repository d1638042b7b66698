import { register } from '../registered.ts'

export const signIn = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  email: 'Email address',
  username: 'Username',
  either: 'Email address or username',
  password: 'Password',
} as const

register({ signIn })
