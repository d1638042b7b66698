// Written by routes.test.ts from the contract.
import type { contract } from '@rollcall/core/contract'
import type { Routes } from './route.ts'

export const routes = {
  users: {
    listUsers: 'GET /users',
    countUsers: 'GET /users/count',
    getUser: 'GET /users/:userId',
    findUser: 'POST /users/find',
    createUser: 'POST /users idempotent',
    exportUsers: 'GET /users.csv answers',
    sendWelcome: 'POST /users/:userId/welcome-mail idempotent',
    editUser: 'PATCH /users/:userId versioned',
    enableUser: 'POST /users/:userId/enable versioned',
    disableUser: 'POST /users/:userId/disable versioned',
    reactivateUser: 'POST /users/:userId/reactivate',
    changeManyUsers: 'POST /users/bulk',
    requestEmailChange: 'POST /me/email',
    confirmEmailChange: 'POST /me/email/confirm',
    getDeletionImpact: 'GET /users/:userId/deletion-impact',
    deleteUser: 'DELETE /users/:userId versioned',
    deleteMe: 'DELETE /me',
    getMe: 'GET /me',
    editMe: 'PATCH /me versioned',
  },
  invitations: {
    inviteUsers: 'POST /invitations idempotent',
    previewInvitation: 'POST /registration/preview',
    registerUser: 'POST /registration',
    resendInvitation: 'POST /users/:userId/invitation/resend idempotent',
    revokeInvitation: 'DELETE /users/:userId/invitation',
  },
  signIn: {
    signIn: 'POST /sign-in',
    identify: 'POST /sign-in/identify',
    confirm: 'POST /sign-in/confirm',
    signOut: 'POST /sign-out',
  },
  lockout: {
    unlockUser: 'POST /users/:userId/unlock',
    listFailedSignIns: 'GET /users/:userId/failed-sign-ins',
  },
  passwords: {
    requestReset: 'POST /password-reset',
    completeReset: 'POST /password-reset/complete',
    changeOwnPassword: 'POST /me/password',
    issueTemporaryPassword: 'POST /users/:userId/temporary-password versioned',
    setPassword: 'POST /users/:userId/password versioned',
    sendResetLink: 'POST /users/:userId/reset-link idempotent',
  },
  sessions: {
    listSessions: 'GET /users/:userId/sessions',
    revokeSession: 'DELETE /users/:userId/sessions/:sessionId',
    revokeAllSessions: 'DELETE /users/:userId/sessions',
    listMySessions: 'GET /me/sessions',
    revokeMySession: 'DELETE /me/sessions/:sessionId',
  },
  access: {
    listRoles: 'GET /roles',
    setGrants: 'PUT /users/:userId/grants versioned',
  },
  impersonation: {
    startImpersonation: 'POST /users/:userId/impersonate',
    stopImpersonation: 'DELETE /impersonation',
  },
  groups: {
    listGroups: 'GET /groups',
    listMembers: 'GET /groups/:groupId/members',
    createGroup: 'POST /groups',
    editGroup: 'PATCH /groups/:groupId versioned',
    setMembers: 'PUT /groups/:groupId/members versioned',
    deleteGroup: 'DELETE /groups/:groupId versioned',
  },
  resources: {
    listResources: 'GET /resources',
    setDefault: 'PATCH /resources/:resourceId',
  },
  imports: {
    previewImport: 'POST /imports takes',
    getImport: 'GET /imports/:importId',
    listRows: 'GET /imports/:importId/rows',
    applyImport: 'POST /imports/:importId/apply',
    downloadRejected: 'GET /imports/:importId/rejected.csv answers',
  },
  apiTokens: {
    listTokens: 'GET /users/:userId/api-tokens',
    createToken: 'POST /users/:userId/api-tokens',
    revokeToken: 'DELETE /users/:userId/api-tokens/:tokenId',
    listMyTokens: 'GET /me/api-tokens',
    createMyToken: 'POST /me/api-tokens',
    revokeMyToken: 'DELETE /me/api-tokens/:tokenId',
  },
  settings: {
    getSettings: 'GET /settings',
    editSettings: 'PATCH /settings versioned',
  },
  audit: {
    listEntries: 'GET /audit',
    exportEntries: 'GET /audit.csv answers',
  },
  system: {
    getPolicy: 'GET /policy',
    getHealth: 'GET /health',
  },
} as const satisfies Routes<typeof contract>
