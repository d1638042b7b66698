import { accessContract } from './access/access.contract.ts'
import { apiTokensContract } from './api-tokens/api-tokens.contract.ts'
import { auditContract } from './audit/audit.contract.ts'
import { groupsContract } from './groups/groups.contract.ts'
import { impersonationContract } from './impersonation/impersonation.contract.ts'
import { importsContract } from './imports/imports.contract.ts'
import { invitationsContract } from './invitations/invitations.contract.ts'
import { lockoutContract } from './lockout/lockout.contract.ts'
import { passwordsContract } from './passwords/passwords.contract.ts'
import { resourcesContract } from './resources/resources.contract.ts'
import { sessionsContract } from './sessions/sessions.contract.ts'
import { settingsContract } from './settings/settings.contract.ts'
import { signInContract } from './sign-in/sign-in.contract.ts'
import { systemContract } from './system/system.contract.ts'
import { usersContract } from './users/users.contract.ts'

/** The whole wire: handler, client, OpenAPI document and the types of the core are derived from it. */
export const contract = {
  users: usersContract,
  invitations: invitationsContract,
  signIn: signInContract,
  lockout: lockoutContract,
  passwords: passwordsContract,
  sessions: sessionsContract,
  access: accessContract,
  impersonation: impersonationContract,
  groups: groupsContract,
  resources: resourcesContract,
  imports: importsContract,
  apiTokens: apiTokensContract,
  settings: settingsContract,
  audit: auditContract,
  system: systemContract,
}

export type { Calls, Contract, CsvFile, Endpoint } from './kernel/endpoint.ts'
export {
  FIELD_CODES,
  FILE_PROBLEMS,
  type FieldCode,
  type FileFault,
  type FileProblem,
  REASONS,
  REFUSALS,
  type Reason,
  type RefusalCode,
  type RefusalDetails,
  RefusedError,
} from './kernel/refusals.ts'
