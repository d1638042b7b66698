import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inviteFirst } from '../presets/invite-first.ts'
import { decide, mayChangeGrants, mayGrant, mayInvite, outranks, type Subject, sees, sightOf } from './access.rules.ts'
import { ACTIONS, type AccessPolicy, type Grant } from './access-policy.rules.ts'
import { compileAccess, powerOf } from './power.rules.ts'

const access = compileAccess(inviteFirst.access)
const everywhere = (role: string): Grant => ({ role, scope: null, source: 'direct' })
const on = (scope: string, role: string): Grant => ({ role, scope, source: 'direct' })
const subject = (grants: readonly Grant[], more: Partial<Subject> = {}): Subject => ({
  id: 'actor',
  organization: null,
  power: powerOf(access, grants),
  impersonating: false,
  ...more,
})
const target = (grants: readonly Grant[], more = {}) => ({
  id: 'target',
  organization: null,
  grants,
  singleSignOn: false,
  protected: false,
  ...more,
})

describe('decide', () => {
  it.each([
    ['admin', 'admin', 'revoke', null],
    ['user-management', 'admin', 'revoke', 'not-covered'],
    ['user-management', 'user-management', 'revoke', null],
    ['user-management', 'admin', 'unlock', null],
    ['user-management', 'admin', 'messageOnUnlock', 'not-covered'],
    ['user-management', 'admin', 'resend', null],
    ['user-management', 'admin', 'messageOnResend', 'not-covered'],
    ['publisher', 'publisher', 'unlock', 'no-right'],
    ['publisher', 'publisher', 'view', 'no-right'],
  ] as const)('answers %s acting on %s, %s: %s', (role, other, action, reason) => {
    expect(decide(access, subject([everywhere(role)]), action, target([everywhere(other)]))).toBe(reason)
  })

  it('gives a right held on one app over people with a role on that app, and nobody else', () => {
    const owner = subject([on('a', 'owner')])
    expect(decide(access, owner, 'resend', target([on('a', 'developer')]))).toBeNull()
    expect(decide(access, owner, 'resend', target([on('b', 'developer')]))).toBe('no-right')
    expect(decide(access, owner, 'resend', target([]))).toBe('no-right')
    expect(decide(access, owner, 'revoke', target([on('a', 'developer')]))).toBeNull()
    expect(decide(access, owner, 'revoke', target([on('a', 'developer'), on('b', 'developer')]))).toBe('not-covered')
    expect(decide(access, owner, 'unlock', target([on('a', 'developer')]))).toBe('no-right')
  })

  it('names oneself, single sign-on and impersonation as reasons', () => {
    const admin = subject([everywhere('admin')])
    expect(decide(access, admin, 'revoke', target([], { id: 'actor' }))).toBe('self')
    expect(decide(access, admin, 'resend', target([], { singleSignOn: true }))).toBe('single-sign-on')
    expect(decide(access, subject([everywhere('admin')], { impersonating: true }), 'revoke', target([]))).toBe(
      'impersonating',
    )
    expect(decide(access, subject([], { impersonating: true }), 'revoke', target([]))).toBe('impersonating')
  })

  it('gives nobody anything by a role the policy does not know', () => {
    for (const action of ACTIONS) {
      expect(decide(access, subject([everywhere('superadmin'), on('a', 'admin')]), action, target([]))).toBe('no-right')
    }
  })
})

describe('outranks', () => {
  const ladder: AccessPolicy = {
    ...inviteFirst.access,
    systemRoles: [
      { id: 'low', name: '', description: '', rank: 1, rights: ['a'], visibility: 'all', mayGrant: [] },
      { id: 'high', name: '', description: '', rank: 2, rights: ['a', 'b'], visibility: 'all', mayGrant: [] },
      { id: 'odd', name: '', description: '', rank: 3, rights: ['c'], visibility: 'all', mayGrant: [] },
      { id: 'twin', name: '', description: '', rank: 2, rights: ['a'], visibility: 'all', mayGrant: [] },
    ],
  }
  const compiled = compileAccess(ladder)
  const power = (role: string) => powerOf(compiled, [everywhere(role)])

  it('needs a strictly higher rank and a strict superset of rights', () => {
    expect(outranks(power('high'), power('low'))).toBe(true)
    expect(outranks(power('low'), power('high'))).toBe(false)
    expect(outranks(power('high'), power('high'))).toBe(false)
    expect(outranks(power('odd'), power('low'))).toBe(false)
    expect(outranks(power('twin'), power('low'))).toBe(false)
  })
})

describe('grants', () => {
  const owner = powerOf(access, [on('a', 'owner')])

  it('lets an app owner give developer and API user on the own app only [A49]', () => {
    expect(mayGrant(access, owner, on('a', 'developer'))).toBe(true)
    expect(mayGrant(access, owner, on('a', 'api-user'))).toBe(true)
    expect(mayGrant(access, owner, on('a', 'owner'))).toBe(false)
    expect(mayGrant(access, owner, on('b', 'developer'))).toBe(false)
    expect(mayGrant(access, owner, everywhere('publisher'))).toBe(false)
  })

  it('never gives a system role on a resource, nor a scoped role everywhere', () => {
    const admin = powerOf(access, [everywhere('admin')])
    expect(mayGrant(access, admin, on('a', 'admin'))).toBe(false)
    expect(mayGrant(access, admin, everywhere('developer'))).toBe(false)
  })

  it('judges what is taken away like what is given', () => {
    const manager = powerOf(access, [everywhere('user-management')])
    expect(mayChangeGrants(access, manager, [everywhere('admin')], [])).toBe(false)
    expect(mayChangeGrants(access, manager, [everywhere('publisher')], [])).toBe(true)
    expect(
      mayChangeGrants(access, manager, [everywhere('admin')], [everywhere('admin'), everywhere('publisher')]),
    ).toBe(true)
  })

  it('lets an app owner invite for that app and nothing else [A6]', () => {
    expect(mayInvite(access, owner, [on('a', 'developer')])).toBe(true)
    expect(mayInvite(access, owner, [on('a', 'developer'), on('b', 'developer')])).toBe(false)
    expect(mayInvite(access, owner, [])).toBe(false)
    expect(mayInvite(access, powerOf(access, [everywhere('publisher')]), [])).toBe(false)
  })
})

describe('power', () => {
  const grant = fc.oneof(
    fc.constantFrom(...inviteFirst.access.systemRoles.map((role) => everywhere(role.id))),
    fc
      .tuple(fc.constantFrom('a', 'b'), fc.constantFrom(...inviteFirst.access.scopedRoles.map((role) => role.id)))
      .map(([scope, role]) => on(scope, role)),
  )

  it('of many grants is what naive sets say, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 6 }), (grants) => {
        const power = powerOf(access, grants)
        const roles = inviteFirst.access.systemRoles.filter((role) => grants.some((g) => g.role === role.id))
        const rights = new Set(roles.flatMap((role) => role.rights))
        expect(new Set(access.rightNames(power.rights))).toEqual(rights)
        expect(power.rank).toBe(Math.max(-1, ...roles.map((role) => role.rank)))
        for (const scope of ['a', 'b']) {
          const there = inviteFirst.access.scopedRoles.filter((role) =>
            grants.some((g) => g.scope === scope && g.role === role.id),
          )
          const held = access.rightNames(power.scopes.get(scope)?.rights ?? [])
          expect(new Set(held)).toEqual(new Set(there.flatMap((role) => role.rights)))
        }
      }),
    )
  })

  it('numbers more than thirty-two rights without mixing them up', () => {
    const rights = Array.from({ length: 70 }, (_, index) => `right-${index}`)
    const role = { id: 'one', name: '', description: '', rank: 0, visibility: 'all', mayGrant: [] } as const
    const many = compileAccess({
      ...inviteFirst.access,
      systemRoles: [
        { ...role, rights },
        { ...role, id: 'last', rights: ['right-69'] },
      ],
    })
    const power = powerOf(many, [everywhere('last')])
    expect(many.rightNames(power.rights)).toEqual(['right-69'])
  })
})

describe('sight', () => {
  const person = (id: string, more = {}) => ({
    id,
    organization: null as string | null,
    grants: [] as Grant[],
    ...more,
  })

  it('of an app owner is the people of that app and oneself', () => {
    const sight = sightOf(access, subject([on('a', 'owner'), on('b', 'developer')]))
    expect(sees(sight, person('actor'))).toBe(true)
    expect(sees(sight, person('x', { grants: [on('a', 'developer')] }))).toBe(true)
    expect(sees(sight, person('x', { grants: [on('b', 'developer')] }))).toBe(false)
    expect(sees(sight, person('x'))).toBe(false)
  })

  it('by organization never joins people who belong to none', () => {
    const sight = { kind: 'some', organization: null, scopes: [], self: 'actor' } as const
    expect(sees(sight, person('x', { organization: null }))).toBe(false)
    expect(sees(sight, person('actor'))).toBe(true)
  })
})
