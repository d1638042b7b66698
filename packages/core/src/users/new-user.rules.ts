import type { Grant } from '../access/access-policy.rules.ts'
import type { User } from './user.rules.ts'

/** Somebody who was just invited: an address and nothing else. */
export function newUser(
  given: {
    readonly id: string
    readonly email: string
    readonly language: string
    readonly timeZone: string
    readonly grants: readonly Grant[]
    readonly organization: string | null
  },
  now: number,
): User {
  return {
    ...given,
    externalId: null,
    username: null,
    firstName: null,
    lastName: null,
    displayName: null,
    jobTitle: null,
    phone: null,
    authentication: { kind: 'internal', provider: null, subject: null },
    enabled: true,
    protected: false,
    muteNotifications: false,
    attributes: {},
    createdAt: now,
    invitedAt: now,
    registeredAt: null,
    version: 1,
  }
}
