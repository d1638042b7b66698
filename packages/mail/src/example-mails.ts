import type { Envelope, Mail, MailTemplate } from '@rollcall/core'
import type { Brand } from './brand.ts'

/** One of every mail, as the tests show and send them. */
export const brand: Brand = { name: 'Northwind Surveys', supportAddress: 'help@northwind.example' }

export const envelope: Envelope = {
  id: '0190a6c0-7b1e-7000-8000-5f0c7a1f4c11',
  to: { address: 'jonas.lindqvist@northwind.example', name: 'Jonas Lindqvist' },
  language: 'en-GB',
  timeZone: 'Europe/Berlin',
}

const at = Date.UTC(2026, 5, 21, 12, 2)
const tomasz = { name: 'Tomasz Wójcik', email: 'tomasz.wojcik@northwind.example' }
const forgotLink = 'https://surveys.northwind.example/forgot-password'

function credential(path: string) {
  const page = `https://surveys.northwind.example/${path}`
  return { link: `${page}#3pQ8vLxk2WnT7cYbR5mJdH0sZaGfUe4oKi1NtXq9Bw0`, code: '7K4M-2QXD-9RTW', page }
}

export const mails = {
  invitation: {
    template: 'invitation',
    data: {
      inviter: tomasz,
      roles: [
        { role: 'Survey Creator', resource: null },
        { role: 'Researcher', resource: 'Customer pulse 2026' },
      ],
      message: 'Welcome aboard.\nThe Q3 survey is waiting for your questions.',
      expiresAt: at,
      codeExpiresAt: at - 6 * 86_400_000,
    },
    credential: credential('register'),
  },
  'invitations-accepted': {
    template: 'invitations-accepted',
    data: {
      people: [{ name: 'Jonas Lindqvist', email: 'jonas.lindqvist@northwind.example' }],
      usersLink: 'https://surveys.northwind.example/users',
    },
  },
  locked: { template: 'locked', data: { attempts: 5, opensAt: at, forgotLink } },
  unlocked: {
    template: 'unlocked',
    data: { by: tomasz, message: null, signInLink: 'https://surveys.northwind.example/sign-in' },
  },
  reset: {
    template: 'reset',
    data: { by: null, expiresAt: at, codeExpiresAt: at - 3_600_000 },
    credential: { ...credential('reset'), temporaryPassword: null },
  },
  'temporary-password': {
    template: 'temporary-password',
    data: { by: tomasz, expiresAt: at, signInLink: 'https://surveys.northwind.example/sign-in' },
    credential: { password: 'M2K7Q-9RTWX-4HDPB-81ZCE-N6VJ3F' },
  },
  'token-created': {
    template: 'token-created',
    data: {
      by: tomasz,
      prefix: 'rct_8fK2',
      expiresAt: at,
      signInLink: 'https://surveys.northwind.example/sign-in',
    },
  },
  'resources-ownerless': {
    template: 'resources-ownerless',
    data: {
      resources: [
        { type: 'app', name: 'Field Notes' },
        { type: 'app', name: 'Shift Planner' },
      ],
      person: { name: 'Amara Okafor', email: 'amara.okafor@northwind.example' },
      because: 'deleted',
      usersLink: 'https://surveys.northwind.example/users',
    },
  },
  impersonated: {
    template: 'impersonated',
    data: {
      by: tomasz,
      reason: 'The report of Customer pulse 2026 stays empty for you.',
      at: at - 3_600_000,
      endsAt: at,
    },
  },
  reactivated: {
    template: 'reactivated',
    data: { by: tomasz, message: null, signInLink: 'https://surveys.northwind.example/sign-in' },
  },
  welcome: {
    template: 'welcome',
    data: {
      identifier: 'jonasl',
      provider: null,
      text: 'Your first week: the field handbook is on the start page.',
      signInLink: 'https://surveys.northwind.example/sign-in',
      forgotLink: null,
      expiresAt: at,
      codeExpiresAt: at - 3_600_000,
    },
    credential: credential('register'),
  },
  'email-change': {
    template: 'email-change',
    data: { expiresAt: at, codeExpiresAt: at - 3_600_000 },
    credential: credential('confirm-email'),
  },
  'email-changed': {
    template: 'email-changed',
    data: { from: 'jonas.lindqvist@northwind.example', to: 'jonas.lindqvist@fabrikam.example', at },
  },
  'password-changed': { template: 'password-changed', data: { at, how: 'reset', forgotLink } },
} as const satisfies { [Template in MailTemplate]: Extract<Mail, { template: Template }> }
