import { describe, expect, it } from 'vitest'
import { directory } from '../presets/directory.ts'
import { inviteFirst } from '../presets/invite-first.ts'
import { ladder } from '../presets/ladder.ts'
import { type Policy, policyProblems } from './policy.rules.ts'

const withRole = (id: string, mayGrant: string[]): Policy => ({
  ...inviteFirst,
  access: {
    ...inviteFirst.access,
    systemRoles: inviteFirst.access.systemRoles.map((role) => (role.id === id ? { ...role, mayGrant } : role)),
  },
})

describe('policyProblems', () => {
  it.each([inviteFirst, directory, ladder])('is content with preset $preset', (preset) => {
    expect(policyProblems(preset)).toEqual([])
  })

  it('names a chain through which a role could be raised', () => {
    expect(policyProblems(withRole('publisher', ['user-management']))).toEqual([
      'Holders of publisher could raise themselves: publisher gives user-management, who gives developer.',
    ])
  })

  it('names a role that does not exist', () => {
    expect(policyProblems(withRole('publisher', ['ghost']))).toContain(
      'Role publisher may grant ghost, which does not exist.',
    )
  })

  it('refuses a scoped role that grants one that counts everywhere', () => {
    const [owner, ...rest] = inviteFirst.access.scopedRoles
    const access = {
      ...inviteFirst.access,
      scopedRoles: owner ? [{ ...owner, mayGrant: ['publisher'] }, ...rest] : rest,
    }
    expect(policyProblems({ ...inviteFirst, access }).join(' ')).toContain('which counts everywhere')
  })

  it('refuses passwords shorter than eight, lifetimes of nothing and a directory without administrators', () => {
    const problems = policyProblems({
      ...inviteFirst,
      password: { ...inviteFirst.password, minLength: 6 },
      lockout: { threshold: 0, opensAfterMinutes: null },
      access: { ...inviteFirst.access, administrators: [] },
    })
    expect(problems).toEqual([
      'No role is an administrator.',
      'lockout.threshold must be above 0.',
      'password.minLength must be at least 8.',
    ])
  })

  it('counts editing among the takeovers where administrators choose addresses, and only there', () => {
    const { actions } = ladder.access
    const access = { ...ladder.access, actions: { ...actions, edit: { ...actions.edit, relation: 'right' as const } } }
    expect(policyProblems({ ...ladder, access })).toEqual([])
    expect(policyProblems({ ...ladder, access, emailEditable: true })[0]).toContain('by edit')
  })

  it('refuses a policy under which nobody could join, or sign in', () => {
    expect(policyProblems({ ...directory, onboarding: [], username: null })).toEqual([
      'Nobody could ever join: onboarding is empty.',
      'People sign in by a user name, but nobody has one.',
    ])
  })

  it('refuses containers of nothing, and containers that carry roles themselves', () => {
    expect(policyProblems({ ...directory, containers: { survey: 'app' } })).toEqual([
      'No role is held on resources of type survey, which app contains.',
    ])
    expect(policyProblems({ ...directory, containers: { instance: 'instance' } })).toEqual([
      'Resources of type instance contain others, so no role is held on them.',
    ])
  })
})
