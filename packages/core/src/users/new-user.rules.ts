import type { User } from './user.rules.ts'

type Given = 'id' | 'email' | 'language' | 'timeZone' | 'grants' | 'organization' | 'protected'

/** Somebody new: an address, and whatever else is known of them already. */
export function newUser(given: Pick<User, Given> & Partial<Omit<User, Given>>, now: number): User {
  return {
    externalId: null,
    username: null,
    firstName: null,
    lastName: null,
    displayName: null,
    jobTitle: null,
    phone: null,
    authentication: { kind: 'internal', provider: null, subject: null },
    enabled: true,
    muteNotifications: false,
    attributes: {},
    createdAt: now,
    invitedAt: null,
    registeredAt: null,
    version: 1,
    ...given,
  }
}
