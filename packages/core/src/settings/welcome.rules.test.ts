import { expect, it } from 'vitest'
import { isWelcomeDue, isWelcomedBy, type Welcomed } from './welcome.rules.ts'

const person = (enabled: boolean, kind: 'internal' | 'external' = 'internal', provider = 'contoso'): Welcomed => {
  return { enabled, authentication: { kind, provider: kind === 'external' ? provider : null } }
}

it.each([
  ['set up active', null, person(true), true],
  ['set up inactive', null, person(false), false],
  ['activated', person(false), person(true), true],
  ['deactivated', person(true), person(false), false],
  ['still active', person(true), person(true), false],
  ['still inactive', person(false), person(false), false],
  ['moved to a provider', person(true), person(true, 'external'), true],
  ['moved from a provider', person(true, 'external'), person(true), true],
  ['moved to another provider', person(true, 'external'), person(true, 'external', 'fabrikam'), true],
  ['still of a provider', person(true, 'external'), person(true, 'external'), false],
  ['moved to a provider, inactive', person(false), person(false, 'external'), false],
  ['moved to a provider and deactivated', person(true), person(false, 'external'), false],
] as const)('[B72] [B74] a welcome follows for whoever is %s: %#', (_, before, after, due) => {
  expect(isWelcomeDue(before, after)).toBe(due)
})

it.each([
  ['everybody', true, true],
  ['everybody', false, true],
  ['administrators', true, true],
  ['administrators', false, false],
  ['nobody', true, false],
  ['nobody', false, false],
] as const)('[B70] set to %s, to an administrator %s: %s', (mode, administers, goes) => {
  expect(isWelcomedBy(mode, administers)).toBe(goes)
})
