import type { NewUser } from '@rollcall/core'
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
