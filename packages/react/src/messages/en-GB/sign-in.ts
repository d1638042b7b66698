export const signIn = {
  signIn: 'Sign in',
} as const
