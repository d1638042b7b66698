import type { NewUser, StatusTime, UserFilter } from '@rollcall/core'
import { userKeys } from '@rollcall/core/rules'

/** A registered person, for tests; as many as there are ids. */
export function lena(id = 'lena'): NewUser {
  const email = `${id}@lena.example`
  const names = { email, username: null, firstName: 'Lena', lastName: 'Brandt', displayName: null }
  return {
    id,
    ...names,
    externalId: null,
    jobTitle: null,
    phone: null,
    language: 'en-GB',
    timeZone: 'Europe/Berlin',
    organization: 'lena.example',
    authentication: { kind: 'internal', provider: null, subject: null },
    enabled: true,
    protected: false,
    muteNotifications: false,
    attributes: {},
    createdAt: 1_000,
    invitedAt: null,
    registeredAt: 1_000,
    grants: [{ role: 'admin', scope: null, source: 'direct' }],
    keys: userKeys(names),
    rank: 2,
  }
}

/** Lets everybody through. */
export const EVERYBODY: UserFilter = {
  sight: { kind: 'all' },
  search: null,
  status: [],
  role: [],
  organization: [],
  resource: [],
  group: [],
  authentication: null,
  enabled: null,
  lastSignInBefore: null,
}

export const TIME: StatusTime = {
  now: 0,
  policy: { lockout: { threshold: 5, opensAfterMinutes: null }, dormantAfterDays: null },
}
