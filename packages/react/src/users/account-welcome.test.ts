import { expect, test } from 'vitest'
import { isWelcomeDue, welcomeAhead, welcomeBehind } from './account-welcome.ts'

const active = { enabled: true, authentication: 'internal' }
const inactive = { ...active, enabled: false }
const external = { ...active, authentication: 'external:sso' }

test('[B37] a welcome is due to who becomes active, and to who signs in another way from now on', () => {
  expect(isWelcomeDue({ before: null, after: active })).toBe(true)
  expect(isWelcomeDue({ before: null, after: inactive })).toBe(false)
  expect(isWelcomeDue({ before: inactive, after: active })).toBe(true)
  expect(isWelcomeDue({ before: active, after: active })).toBe(false)
  expect(isWelcomeDue({ before: active, after: external })).toBe(true)
})

test('[B37] before saving, the settings say it where they may be read', () => {
  const ahead = (mode: 'everybody' | 'administrators' | 'nobody' | undefined) => {
    return welcomeAhead({ mode, before: null, after: active })
  }
  expect(ahead('everybody')).toBe('accounts.mailGoes')
  expect(ahead('administrators')).toBe('accounts.mailGoesToAdministrators')
  expect(ahead('nobody')).toBe('accounts.mailGoesToNobody')
  expect(ahead(undefined)).toBe('accounts.mailBySettings')
  expect(welcomeAhead({ mode: 'everybody', before: null, after: inactive })).toBe('accounts.mailInactive')
  expect(welcomeAhead({ mode: 'everybody', before: active, after: active })).toBeNull()
})

test('[B37] afterwards a new link says that one went out; where none is carried, the settings do', () => {
  const user = { invitation: null, registeredAt: null, authentication: { kind: 'internal', provider: null } } as const
  const elsewhere = { ...user, authentication: { kind: 'external', provider: 'sso' } } as const
  const sentAt = '2026-06-14T12:05:00.000Z'
  const invitation = { sentAt, expiresAt: sentAt, sends: 1, sender: null, delivery: null }
  expect(welcomeBehind('administrators', true, { ...user, invitation }, undefined)).toBe('accounts.mailUntil')
  expect(welcomeBehind('administrators', true, { ...user, invitation }, sentAt)).toBe('accounts.mailNone')
  expect(welcomeBehind('administrators', true, user, undefined)).toBe('accounts.mailNone')
  expect(welcomeBehind('administrators', true, elsewhere, undefined)).toBe('accounts.mailUnknown')
  expect(welcomeBehind('everybody', true, elsewhere, undefined)).toBe('accounts.mailSent')
  expect(welcomeBehind('nobody', true, elsewhere, undefined)).toBe('accounts.mailNone')
  expect(welcomeBehind('everybody', false, elsewhere, undefined)).toBe('accounts.mailNone')
})
