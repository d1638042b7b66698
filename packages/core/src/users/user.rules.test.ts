import { describe, expect, it } from 'vitest'
import { type StatusPolicy, statusOf, type UserState } from './user.rules.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const now = 1_000 * DAY
const policy: StatusPolicy = { lockout: { threshold: 5, opensAfterMinutes: 30 }, dormantAfterDays: 240 }
const state: UserState = {
  lastSignInAt: null,
  lastSeenAt: null,
  activeAt: now,
  lockedAt: null,
  invitationExpiresAt: null,
}
const confirmed = {
  enabled: true,
  registeredAt: 1 as number | null,
  authentication: { kind: 'internal' as 'internal' | 'external', provider: null, subject: null },
  state,
}

describe('statusOf', () => {
  it('of somebody who registered and is about is confirmed [C24]', () => {
    expect(statusOf(confirmed, policy, now)).toBe('confirmed')
  })

  it('lets the first of deactivated, locked, dormant, expired, pending win', () => {
    const all = { ...confirmed, enabled: false, state: { ...state, lockedAt: now, activeAt: 1 } }
    expect(statusOf(all, policy, now)).toBe('deactivated')
    expect(statusOf({ ...all, enabled: true }, policy, now)).toBe('locked')
    expect(statusOf({ ...all, enabled: true, state: { ...all.state, lockedAt: null } }, policy, now)).toBe('dormant')
  })

  it('opens a lock at the very millisecond its time is over', () => {
    const locked = (at: number) => statusOf({ ...confirmed, state: { ...state, lockedAt: at } }, policy, now)
    expect(locked(now - HOUR / 2 + 1)).toBe('locked')
    expect(locked(now - HOUR / 2)).toBe('confirmed')
  })

  it('keeps a lock for ever where the policy says so', () => {
    const never = { ...policy, lockout: { threshold: 5, opensAfterMinutes: null } }
    expect(statusOf({ ...confirmed, state: { ...state, lockedAt: 1 } }, never, now)).toBe('locked')
  })

  it('makes people dormant after the period, people of a provider never', () => {
    const unused = { ...confirmed, state: { ...state, activeAt: now - 240 * DAY } }
    expect(statusOf(unused, policy, now)).toBe('dormant')
    expect(statusOf(unused, policy, now - 1)).toBe('confirmed')
    const external = { ...unused, authentication: { kind: 'external' as const, provider: 'google', subject: 's' } }
    expect(statusOf(external, policy, now)).toBe('confirmed')
    expect(statusOf(unused, { ...policy, dormantAfterDays: null }, now)).toBe('confirmed')
  })

  it('tells a pending invitation from an expired one at its last millisecond [C25] [C28]', () => {
    const invited = (at: number | null) =>
      statusOf({ ...confirmed, registeredAt: null, state: { ...state, invitationExpiresAt: at } }, policy, now)
    expect(invited(now + 1)).toBe('not-confirmed')
    expect(invited(now)).toBe('invitation-expired')
    expect(invited(null)).toBe('not-confirmed')
  })
})
