export const profile = {
  title: 'Profile',
  emailFixed: 'Your email address cannot be changed.',
  fixed: 'Only an administrator can change this.',
  changed: { one: '{count} change not saved: {fields}', other: '{count} changes not saved: {fields}' },
  saved: 'Saved your profile',
  didNotLoad: 'Your profile did not load',
  meanwhile: 'Your profile was changed meanwhile. What you typed is kept; save again to apply it.',
  password: 'Password',
  singleSignOn: 'You sign in through {provider}. Your password is changed there.',
} as const
