// Written by routes.test.ts from the contract.
import type { contract } from '@rollcall/core/contract'
import type { Routes } from './route.ts'

export const routes = {
  users: {
    listUsers: { method: 'GET', path: '/users' },
    countUsers: { method: 'GET', path: '/users/count' },
    getUser: { method: 'GET', path: '/users/:userId' },
    findUser: { method: 'POST', path: '/users/find' },
    createUser: { method: 'POST', path: '/users', idempotent: true },
    exportUsers: { method: 'GET', path: '/users.csv', answers: 'csv' },
    sendWelcome: { method: 'POST', path: '/users/:userId/welcome-mail', idempotent: true },
    editUser: { method: 'PATCH', path: '/users/:userId', versioned: true },
    enableUser: { method: 'POST', path: '/users/:userId/enable', versioned: true },
    disableUser: { method: 'POST', path: '/users/:userId/disable', versioned: true },
    reactivateUser: { method: 'POST', path: '/users/:userId/reactivate' },
    changeManyUsers: { method: 'POST', path: '/users/bulk' },
    requestEmailChange: { method: 'POST', path: '/me/email' },
    confirmEmailChange: { method: 'POST', path: '/me/email/confirm' },
    getDeletionImpact: { method: 'GET', path: '/users/:userId/deletion-impact' },
    deleteUser: { method: 'DELETE', path: '/users/:userId', versioned: true },
    deleteMe: { method: 'DELETE', path: '/me' },
    getMe: { method: 'GET', path: '/me' },
    editMe: { method: 'PATCH', path: '/me', versioned: true },
  },
  invitations: {
    inviteUsers: { method: 'POST', path: '/invitations', idempotent: true },
    previewInvitation: { method: 'POST', path: '/registration/preview' },
    registerUser: { method: 'POST', path: '/registration' },
    resendInvitation: { method: 'POST', path: '/users/:userId/invitation/resend', idempotent: true },
    revokeInvitation: { method: 'DELETE', path: '/users/:userId/invitation' },
  },
  signIn: {
    signIn: { method: 'POST', path: '/sign-in' },
    identify: { method: 'POST', path: '/sign-in/identify' },
    confirm: { method: 'POST', path: '/sign-in/confirm' },
    signOut: { method: 'POST', path: '/sign-out' },
  },
  lockout: {
    unlockUser: { method: 'POST', path: '/users/:userId/unlock' },
    listFailedSignIns: { method: 'GET', path: '/users/:userId/failed-sign-ins' },
  },
  passwords: {
    requestReset: { method: 'POST', path: '/password-reset' },
    completeReset: { method: 'POST', path: '/password-reset/complete' },
    changeOwnPassword: { method: 'POST', path: '/me/password' },
    issueTemporaryPassword: { method: 'POST', path: '/users/:userId/temporary-password', versioned: true },
    setPassword: { method: 'POST', path: '/users/:userId/password', versioned: true },
    sendResetLink: { method: 'POST', path: '/users/:userId/reset-link', idempotent: true },
  },
  sessions: {
    listSessions: { method: 'GET', path: '/users/:userId/sessions' },
    revokeSession: { method: 'DELETE', path: '/users/:userId/sessions/:sessionId' },
    revokeAllSessions: { method: 'DELETE', path: '/users/:userId/sessions' },
    listMySessions: { method: 'GET', path: '/me/sessions' },
    revokeMySession: { method: 'DELETE', path: '/me/sessions/:sessionId' },
  },
  access: {
    listRoles: { method: 'GET', path: '/roles' },
    setGrants: { method: 'PUT', path: '/users/:userId/grants', versioned: true },
  },
  impersonation: {
    startImpersonation: { method: 'POST', path: '/users/:userId/impersonate' },
    stopImpersonation: { method: 'DELETE', path: '/impersonation' },
  },
  groups: {
    listGroups: { method: 'GET', path: '/groups' },
    listMembers: { method: 'GET', path: '/groups/:groupId/members' },
    createGroup: { method: 'POST', path: '/groups' },
    editGroup: { method: 'PATCH', path: '/groups/:groupId', versioned: true },
    setMembers: { method: 'PUT', path: '/groups/:groupId/members', versioned: true },
    deleteGroup: { method: 'DELETE', path: '/groups/:groupId', versioned: true },
  },
  resources: {
    listResources: { method: 'GET', path: '/resources' },
    setDefault: { method: 'PATCH', path: '/resources/:resourceId' },
  },
  imports: {
    previewImport: { method: 'POST', path: '/imports', takes: 'csv' },
    getImport: { method: 'GET', path: '/imports/:importId' },
    listRows: { method: 'GET', path: '/imports/:importId/rows' },
    applyImport: { method: 'POST', path: '/imports/:importId/apply' },
    downloadRejected: { method: 'GET', path: '/imports/:importId/rejected.csv', answers: 'csv' },
  },
  apiTokens: {
    listTokens: { method: 'GET', path: '/users/:userId/api-tokens' },
    createToken: { method: 'POST', path: '/users/:userId/api-tokens' },
    revokeToken: { method: 'DELETE', path: '/users/:userId/api-tokens/:tokenId' },
    listMyTokens: { method: 'GET', path: '/me/api-tokens' },
    createMyToken: { method: 'POST', path: '/me/api-tokens' },
    revokeMyToken: { method: 'DELETE', path: '/me/api-tokens/:tokenId' },
  },
  settings: {
    getSettings: { method: 'GET', path: '/settings' },
    editSettings: { method: 'PATCH', path: '/settings', versioned: true },
  },
  audit: {
    listEntries: { method: 'GET', path: '/audit' },
    exportEntries: { method: 'GET', path: '/audit.csv', answers: 'csv' },
  },
  system: {
    getPolicy: { method: 'GET', path: '/policy' },
    getHealth: { method: 'GET', path: '/health' },
  },
} as const satisfies Routes<typeof contract>
