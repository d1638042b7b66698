import { register } from '../registered.ts'

export const resources = {
  title: 'Permissions',
  lead: 'Who has a role on {name}. Changes take effect at once.',
  nobody: 'Nobody has a role here yet',
  nobodyDetail: 'Add somebody who is here already, or invite them.',
  more: 'Show more',
  add: 'Add someone',
  person: 'Person',
  personHint: 'Type a name. People you cannot see are found by their exact address.',
  role: 'Role',
  chooseRole: 'Choose a role',
  give: 'Give role',
  gave: '{name} is now {role} on {resource}',
  editOf: 'Edit the roles of {name}',
  find: 'Find a person',
  finding: 'Looking',
  found: { one: '{count} person found', other: '{count} people found' },
  noMatch: 'Nobody you may see matches.',
  inviteMatch: 'Invite {email}',
  didNotFind: 'The search did not work. Type again to retry.',
  didNotLoad: 'The permissions did not load',
} as const

register({ resources })
