export const passwords = {
  forgot: 'Forgot your password?',
} as const
