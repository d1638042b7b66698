import { register } from '../registered.ts'

export const access = {
  title: 'Assigned roles',
  addLead: 'Add the first role. Switches take effect at once.',
  editLead: 'Edit their roles. Switches take effect at once.',
  noRoles: 'No roles yet',
  noRolesDetail: 'They can sign in, and reach nothing until they have one.',
  system: 'Whole product',
  onApps: 'On apps',
  noneOnApps: 'No roles on apps.',
  give: 'Give a role on an app',
  giveTitle: 'Give a role on an app',
  app: 'App',
  chooseApp: 'Choose an app',
  rolesOn: 'Roles on {name}',
  editOn: 'Edit the roles on {name}',
  saved: 'Saved',
  saving: 'Saving',
  mayNotGive: 'You can neither give nor take this role.',
  fromGroup: 'Comes from a group. Change it there.',
  fromImport: 'Comes from an import. Change it there.',
  fromProvider: 'Comes from the sign-in provider. Change it there.',
  direct: 'direct',
  group: 'group',
  import: 'import',
  provider: 'provider',
  didNotLoad: 'The roles did not load',
} as const

register({ access })
