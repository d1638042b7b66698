import { hasRight } from './access/access.rules.ts'
import { explainAccess } from './access/explain-access.ts'
import { listRoles } from './access/list-roles.ts'
import { compileAccess } from './access/power.rules.ts'
import { setGrants } from './access/set-grants.ts'
import { createMyToken } from './api-tokens/create-my-token.ts'
import { createToken } from './api-tokens/create-token.ts'
import { listMyTokens } from './api-tokens/list-my-tokens.ts'
import { listTokens } from './api-tokens/list-tokens.ts'
import { revokeMyToken } from './api-tokens/revoke-my-token.ts'
import { revokeToken } from './api-tokens/revoke-token.ts'
import { exportEntries } from './audit/export-entries.ts'
import { listEntries } from './audit/list-entries.ts'
import { record } from './audit/record.ts'
import { sealEntries } from './audit/seal-entries.ts'
import { verifyEntries } from './audit/verify-entries.ts'
import { contract } from './contract.ts'
import type { Effects } from './effects.ts'
import { createGroup } from './groups/create-group.ts'
import { deleteGroup } from './groups/delete-group.ts'
import { editGroup } from './groups/edit-group.ts'
import { listGroups } from './groups/list-groups.ts'
import { listMembers } from './groups/list-members.ts'
import { setMembers } from './groups/set-members.ts'
import { startImpersonation } from './impersonation/start-impersonation.ts'
import { stopImpersonation } from './impersonation/stop-impersonation.ts'
import { applyImport } from './imports/apply-import.ts'
import { downloadRejected } from './imports/download-rejected.ts'
import { getImport } from './imports/get-import.ts'
import { listRows } from './imports/list-rows.ts'
import { previewImport } from './imports/preview-import.ts'
import { inviteUsers } from './invitations/invite-users.ts'
import { previewInvitation } from './invitations/preview-invitation.ts'
import { registerUser } from './invitations/register-user.ts'
import { resendInvitation } from './invitations/resend-invitation.ts'
import { revokeInvitation } from './invitations/revoke-invitation.ts'
import { bind } from './kernel/bind.ts'
import { base64url } from './kernel/id.ts'
import { createKeyring } from './kernel/keyring.ts'
import { createRightOfWay } from './kernel/right-of-way.ts'
import { createWaitingRoom } from './kernel/waiting-room.ts'
import { listFailedSignIns } from './lockout/list-failed-sign-ins.ts'
import { ATTEMPT_WAIT } from './lockout/lockout.rules.ts'
import { unlockUser } from './lockout/unlock-user.ts'
import { changeOwnPassword } from './passwords/change-own-password.ts'
import { completeReset } from './passwords/complete-reset.ts'
import { issueTemporaryPassword } from './passwords/issue-temporary-password.ts'
import { requestReset } from './passwords/request-reset.ts'
import { sendResetLink } from './passwords/send-reset-link.ts'
import { setPassword } from './passwords/set-password.ts'
import { systemClock } from './ports/default-clock.ts'
import { webCryptography } from './ports/default-cryptography.ts'
import { consoleLogger } from './ports/default-logger.ts'
import { webRandom } from './ports/default-random.ts'
import { listResources } from './resources/list-resources.ts'
import { put } from './resources/put-resource.ts'
import { remove } from './resources/remove-resource.ts'
import { setDefault } from './resources/set-default.ts'
import type { Rollcall } from './rollcall.ts'
import type { RollcallOptions } from './rollcall-options.ts'
import { authenticate } from './sessions/authenticate.ts'
import { listMySessions } from './sessions/list-my-sessions.ts'
import { listSessions } from './sessions/list-sessions.ts'
import { resumeHostSession } from './sessions/resume-host-session.ts'
import { revokeAllSessions } from './sessions/revoke-all-sessions.ts'
import { revokeMySession } from './sessions/revoke-my-session.ts'
import { revokeSession } from './sessions/revoke-session.ts'
import { editSettings } from './settings/edit-settings.ts'
import { getSettings } from './settings/get-settings.ts'
import { checkSignIn } from './sign-in/check-sign-in.ts'
import { confirm } from './sign-in/confirm.ts'
import { finishProviderSignIn } from './sign-in/finish-provider-sign-in.ts'
import { identify } from './sign-in/identify.ts'
import { recordFailure } from './sign-in/record-failure.ts'
import { signIn } from './sign-in/sign-in.ts'
import { signOut } from './sign-in/sign-out.ts'
import { signOutOfProvider } from './sign-in/sign-out-of-provider.ts'
import { startProviderSignIn } from './sign-in/start-provider-sign-in.ts'
import { getHealth } from './system/get-health.ts'
import { getPolicy } from './system/get-policy.ts'
import { DEFAULT_LINKS, linksOf } from './system/links.rules.ts'
import { policyProblems } from './system/policy.rules.ts'
import { defineAttributes } from './users/attribute.rules.ts'
import { changeManyUsers } from './users/change-many-users.ts'
import { confirmEmailChange } from './users/confirm-email-change.ts'
import { countUsers } from './users/count-users.ts'
import { createOwner } from './users/create-owner.ts'
import { createUser } from './users/create-user.ts'
import { deleteMe } from './users/delete-me.ts'
import { deleteUser } from './users/delete-user.ts'
import { disableUser } from './users/disable-user.ts'
import { editMe } from './users/edit-me.ts'
import { editUser } from './users/edit-user.ts'
import { enableUser } from './users/enable-user.ts'
import { exportUsers } from './users/export-users.ts'
import { findUser } from './users/find-user.ts'
import { getDeletionImpact } from './users/get-deletion-impact.ts'
import { getMe } from './users/get-me.ts'
import { getUser } from './users/get-user.ts'
import { listUsers } from './users/list-users.ts'
import { reactivateUser } from './users/reactivate-user.ts'
import { requestEmailChange } from './users/request-email-change.ts'
import { sendWelcome } from './users/send-welcome.ts'
import { createWorker } from './worker.ts'

/**
 * Puts Rollcall together. Throws a `TypeError` that says what to do when the policy contradicts itself, an attribute has a
 * key that no file could name, a secret is missing or of the wrong size, or `baseUrl` is no address.
 */
export function createRollcall(options: RollcallOptions): Rollcall {
  const { policy, storage, mailer, hasher, strength = null, random = webRandom, clock = systemClock } = options
  const {
    cryptography = webCryptography,
    logger = consoleLogger,
    channels = {},
    csv = null,
    events = null,
    identityProviders = [],
    attributes = {},
  } = options
  const problems = policyProblems(policy)
  for (const { id } of identityProviders) {
    if (policy.signIn.providers.every((provider) => provider.id !== id)) {
      problems.push(`Identity provider ${id} is not among signIn.providers.`)
    }
  }
  if (problems.length > 0) throw new TypeError(`Rollcall: the policy contradicts itself. ${problems.join(' ')}`)
  if (!URL.canParse(options.baseUrl)) {
    throw new TypeError(`Rollcall: \`baseUrl\` must be an absolute address, not "${options.baseUrl}".`)
  }
  const baseUrl = new URL(options.baseUrl)
  let nobody: Promise<string> | undefined
  const base: Omit<Effects, 'nudge'> = {
    policy,
    access: compileAccess(policy.access),
    attributes: defineAttributes(attributes),
    storage,
    hasher,
    strength,
    cryptography,
    keys: createKeyring(cryptography, options.secrets),
    random,
    clock,
    mailer,
    identityProviders,
    channels,
    csv,
    events,
    links: linksOf(baseUrl, { ...DEFAULT_LINKS, ...options.links }),
    logger,
    attempts: createWaitingRoom(clock, random, ATTEMPT_WAIT),
    rightOfWay: createRightOfWay(clock),
    nobodysHash: () => (nobody ??= hasher.hash(base64url(random.bytes(32)))),
  }
  const { worker, nudge } = createWorker(base)
  const effects: Effects = { ...base, nudge }
  const wire = bind(contract, effects, {
    users: {
      listUsers,
      countUsers,
      getUser,
      findUser,
      createUser,
      exportUsers,
      sendWelcome,
      editUser,
      enableUser,
      disableUser,
      reactivateUser,
      changeManyUsers: changeManyUsers({
        enable: enableUser,
        disable: disableUser,
        reactivate: reactivateUser,
        unlock: unlockUser,
        resend: resendInvitation,
        sendWelcome,
        delete: deleteUser,
        grant: setGrants,
        edit: editUser,
      }),
      getDeletionImpact,
      deleteUser,
      deleteMe,
      getMe,
      editMe,
      requestEmailChange,
      confirmEmailChange,
    },
    invitations: { inviteUsers, previewInvitation, registerUser, resendInvitation, revokeInvitation },
    signIn: { signIn, identify, confirm, signOut },
    lockout: { unlockUser, listFailedSignIns },
    passwords: { requestReset, completeReset, changeOwnPassword, issueTemporaryPassword, setPassword, sendResetLink },
    sessions: { listSessions, revokeSession, revokeAllSessions, listMySessions, revokeMySession },
    access: { listRoles, setGrants },
    impersonation: { startImpersonation, stopImpersonation },
    groups: { listGroups, listMembers, createGroup, editGroup, setMembers, deleteGroup },
    resources: { listResources, setDefault },
    settings: { getSettings, editSettings },
    imports: { previewImport, getImport, listRows, applyImport, downloadRejected },
    apiTokens: { listTokens, createToken, revokeToken, listMyTokens, createMyToken, revokeMyToken },
    audit: { listEntries, exportEntries },
    system: { getPolicy, getHealth },
  })
  return {
    ...wire,
    users: { ...wire.users, createOwner: createOwner(effects) },
    signIn: {
      ...wire.signIn,
      checkSignIn: checkSignIn(effects),
      recordFailure: recordFailure(effects),
      recordSuccess: (attempt) => checkSignIn(effects)(attempt, async () => true),
      startProviderSignIn: startProviderSignIn(effects),
      finishProviderSignIn: finishProviderSignIn(effects),
      signOutOfProvider: signOutOfProvider(effects),
    },
    sessions: { ...wire.sessions, authenticate: authenticate(effects), resumeHostSession: resumeHostSession(effects) },
    access: {
      ...wire.access,
      can: (actor, right, resource) =>
        actor.kind === 'system' ||
        (actor.kind === 'user' &&
          !actor.session.restricted &&
          hasRight(effects.access, actor.effective.power, right, resource)),
      explain: explainAccess(effects),
    },
    resources: { ...wire.resources, put: put(effects), remove: remove(effects) },
    audit: {
      ...wire.audit,
      record: record(effects),
      sealEntries: sealEntries(effects),
      verifyEntries: verifyEntries(effects),
    },
    worker,
    anonymous: (client) => ({ kind: 'anonymous', client }),
    host: (name) => ({ kind: 'system', name, client: { address: null, agent: null } }),
    links: effects.links,
    baseUrl,
    clock,
  }
}
