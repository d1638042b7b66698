import { register } from '../registered.ts'

export const users = {
  title: 'Users',
  confirmed: 'Confirmed',
  notConfirmed: 'Not confirmed',
  invitationExpired: 'Invitation expired',
  locked: 'Locked out',
  dormant: 'Inactive',
  deactivated: 'Deactivated',
  actUnlock: 'Unlock {name}',
  actResend: 'Send the invitation to {name} again',

  name: 'Name',
  email: 'Email',
  status: 'Status',
  role: 'Role',
  createdAt: 'Added',
  lastSignInAt: 'Last sign-in',
  actions: 'Actions',
  invited: 'Invited {time}',
  noRoles: 'No roles yet',
  moreRoles: { one: 'and {count} more', other: 'and {count} more' },
  scopedRole: '{role} on {resource}',

  search: 'Search name, username, email',
  filter: 'Filter',
  filterOne: '{field}: {value}',
  filterMany: '{field}: any of {count}',
  removeFilter: 'Remove this filter',
  sort: 'Sort',
  refresh: 'Refresh',

  openDetails: 'Open details',

  pages: 'Pages of users',
  range: '{from}–{to} of {total}',
  rangeOnly: '{from}–{to}',
  moreThan: 'over {total}',
  pageSize: 'Users a page',
  perPage: '{size} a page',

  didNotLoad: 'The users did not load',
  didNotRefresh: 'What you see may be out of date',
  mayNotSee: 'You may not see the users',
  empty: 'Nobody else here yet',
  emptyDetail: 'People join by invitation. Whoever you invite appears here.',
  noMatch: 'Nobody matches',
  noMatchDetail: 'Looked for {filters}.',
  noMatchSearch: '“{text}”',
  clearFilters: 'Clear search and filters',
} as const

register({ users })
