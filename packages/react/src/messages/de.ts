import { access } from './de/access.ts'
import { accounts } from './de/accounts.ts'
import { apiTokens } from './de/apiTokens.ts'
import { apps } from './de/apps.ts'
import { audit } from './de/audit.ts'
import { auditFilters, auditGroups } from './de/auditFilters.ts'
import { bulk } from './de/bulk.ts'
import { columns } from './de/columns.ts'
import { common } from './de/common.ts'
import { confirm } from './de/confirm.ts'
import { deletion } from './de/deletion.ts'
import { details } from './de/details.ts'
import { emailChange } from './de/emailChange.ts'
import { filters } from './de/filters.ts'
import { groups } from './de/groups.ts'
import { impersonation } from './de/impersonation.ts'
import { fileProblems, importColumns, importOutcomes, imports, importVerdicts } from './de/imports.ts'
import { information } from './de/information.ts'
import { invitations } from './de/invitations.ts'
import { lockout } from './de/lockout.ts'
import { matrix } from './de/matrix.ts'
import { passwords } from './de/passwords.ts'
import { profile } from './de/profile.ts'
import { reactivation } from './de/reactivation.ts'
import { fields, reasons, refusals } from './de/refusals.ts'
import { registration } from './de/registration.ts'
import { resetPassword } from './de/resetPassword.ts'
import { resources } from './de/resources.ts'
import { rightDetails, rights } from './de/rights.ts'
import { sessions } from './de/sessions.ts'
import { settings } from './de/settings.ts'
import { signIn } from './de/sign-in.ts'
import { users } from './de/users.ts'
import { usersFile } from './de/usersFile.ts'
import { welcome } from './de/welcome.ts'
import type { Messages } from './message.ts'

/** German. */
export const de: Messages = {
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
