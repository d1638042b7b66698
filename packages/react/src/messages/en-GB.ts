// New words go into their group's file in ./en-GB/ and ./de/. A new group registers itself there as the others do, is
// listed here and in ./de.ts, and is imported by every file that uses its keys (loaded.test.ts says where one is missing).
import { access } from './en-GB/access.ts'
import { accounts } from './en-GB/accounts.ts'
import { apiTokens } from './en-GB/apiTokens.ts'
import { apps } from './en-GB/apps.ts'
import { audit } from './en-GB/audit.ts'
import { auditFilters, auditGroups } from './en-GB/auditFilters.ts'
import { bulk } from './en-GB/bulk.ts'
import { columns } from './en-GB/columns.ts'
import { common } from './en-GB/common.ts'
import { confirm } from './en-GB/confirm.ts'
import { deletion } from './en-GB/deletion.ts'
import { details } from './en-GB/details.ts'
import { emailChange } from './en-GB/emailChange.ts'
import { filters } from './en-GB/filters.ts'
import { groups } from './en-GB/groups.ts'
import { impersonation } from './en-GB/impersonation.ts'
import { fileProblems, importColumns, importOutcomes, imports, importVerdicts } from './en-GB/imports.ts'
import { information } from './en-GB/information.ts'
import { invitations } from './en-GB/invitations.ts'
import { lockout } from './en-GB/lockout.ts'
import { matrix } from './en-GB/matrix.ts'
import { passwords } from './en-GB/passwords.ts'
import { profile } from './en-GB/profile.ts'
import { reactivation } from './en-GB/reactivation.ts'
import { fields, reasons, refusals } from './en-GB/refusals.ts'
import { registration } from './en-GB/registration.ts'
import { resetPassword } from './en-GB/resetPassword.ts'
import { resources } from './en-GB/resources.ts'
import { rightDetails, rights } from './en-GB/rights.ts'
import { sessions } from './en-GB/sessions.ts'
import { settings } from './en-GB/settings.ts'
import { signIn } from './en-GB/sign-in.ts'
import { users } from './en-GB/users.ts'
import { usersFile } from './en-GB/usersFile.ts'
import { welcome } from './en-GB/welcome.ts'

/** The catalogue every other one is typed by. Whole only here: a page loads the groups of what is on it. */
export const enGB = {
  common,
  refusals,
  reasons,
  fields,
  users,
  usersFile,
  welcome,
  details,
  invitations,
  registration,
  lockout,
  passwords,
  signIn,
  sessions,
  settings,
  resources,
  impersonation,
  imports,
  importColumns,
  importVerdicts,
  importOutcomes,
  fileProblems,
  reactivation,
  information,
  access,
  accounts,
  apiTokens,
  apps,
  resetPassword,
  confirm,
  deletion,
  profile,
  audit,
  auditFilters,
  auditGroups,
  emailChange,
  bulk,
  columns,
  filters,
  groups,
  matrix,
  rights,
  rightDetails,
}
