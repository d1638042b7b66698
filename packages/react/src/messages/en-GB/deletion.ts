import { register } from '../registered.ts'

export const deletion = {
  zone: 'Danger zone',
  delete: 'Delete',
  deleteDetail: 'Cannot be undone. You see first what would go.',
  deleteOpen: 'Delete…',
  title: 'Delete {name}?',
  ends: { one: '{what} ends at once.', other: '{what} end at once.' },
  roles: { one: '{count} role', other: '{count} roles' },
  tokens: { one: '{count} token', other: '{count} tokens' },
  sessions: { one: '{count} session', other: '{count} sessions' },
  ownerless: { one: '{apps} is left without an owner.', other: '{apps} are left without an owner.' },
  told: {
    one: '{count} person who looks after users gets a mail.',
    other: '{count} people who look after users get a mail.',
  },
  audit: 'Audit entries stay, with the name.',
  forGood: 'This cannot be undone, and the person’s history cannot be brought back.',
  milder: 'Deactivating stops all access and keeps everything.',
  milderNow: 'Deactivate instead',
  type: 'Type {name} to delete for good',
  now: 'Delete user',
  deleted: 'Deleted {name}',
  deactivated: 'Deactivated {name}',
  deactivatedDetail: 'Their sessions and tokens have ended. Nothing is lost.',
  refused: 'You may not delete {name}',
  unprotect: 'To delete them, switch “Protected” off in “Edit user” first.',
  impactDidNotLoad: 'What would go with them did not load',
  me: 'Delete my account',
  meDetail: 'Your profile, roles, tokens and sessions go for good. What you worked on stays.',
  meOpen: 'Delete my account…',
  meTitle: 'Delete your account?',
  meEnds: 'Your profile, roles, tokens and sessions go at once. This cannot be undone.',
  meStays: 'Audit entries and what you worked on stay, with your name.',
  meNow: 'Delete my account',
} as const

register({ deletion })
