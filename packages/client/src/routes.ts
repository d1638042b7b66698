// Written by routes.test.ts from the contract.
import type { contract } from '@rollcall/core/contract'
import type { Routes } from './route.ts'

export const routes = {
  users: {
    listUsers: { method: 'GET', path: '/users' },
    countUsers: { method: 'GET', path: '/users/count' },
    getUser: { method: 'GET', path: '/users/:userId' },
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
  },
  sessions: {
    listMySessions: { method: 'GET', path: '/me/sessions' },
    revokeMySession: { method: 'DELETE', path: '/me/sessions/:sessionId' },
  },
  system: {
    getPolicy: { method: 'GET', path: '/policy' },
    getHealth: { method: 'GET', path: '/health' },
  },
} as const satisfies Routes<typeof contract>
