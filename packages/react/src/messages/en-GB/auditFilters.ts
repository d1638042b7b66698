import { register } from '../registered.ts'

/** What the audit is narrowed by, and its kinds of actions. */
export const auditFilters = {
  filter: 'Filter',
  groups: 'What happened',
  person: 'By or about',
  personHint: 'What they did, and what was done to them.',
  from: 'From',
  until: 'Until',
  impersonated: 'Done as somebody else',
  one: '{field}: {value}',
  many: '{field}: {count}',
  remove: 'Remove this filter',
  clear: 'Clear filters',
  none: 'Nothing matches',
  noneDetail: 'No entry matches all of these filters.',
} as const

export const auditGroups = {
  signIn: 'Sign-in and locks',
  accounts: 'Accounts',
  invitations: 'Invitations',
  passwords: 'Passwords',
  roles: 'Roles and groups',
  tokens: 'API tokens',
  impersonation: 'Acting as somebody',
  settings: 'Settings and defaults',
  audit: 'The audit itself',
} as const

register({ auditFilters, auditGroups })
