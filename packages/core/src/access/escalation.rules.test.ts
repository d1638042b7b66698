import { describe, expect, it } from 'vitest'
import { directory } from '../presets/directory.ts'
import { inviteFirst } from '../presets/invite-first.ts'
import { ladder } from '../presets/ladder.ts'
import type { AccessPolicy, Action, Relation, ScopedRole, SystemRole } from './access-policy.rules.ts'
import { escalations, escalationText, type Takeover } from './escalation.rules.ts'

const ALL: readonly Takeover[] = ['edit', 'issueTemporaryPassword', 'setPassword', 'createToken', 'impersonate']

type System = Partial<SystemRole> & { readonly id: string }
type Scoped = Partial<ScopedRole> & { readonly id: string }

const system = (role: System): SystemRole => {
  return { name: role.id, description: '', rank: 0, rights: [], visibility: 'all', mayGrant: [], ...role }
}

const scoped = (role: Scoped): ScopedRole => {
  return { name: role.id, description: '', resourceType: 'survey', rights: [], mayGrant: [], ...role }
}

/** A policy of these roles; the acts named are decided by that relation, all others as in the app store. */
function policyOf(systemRoles: System[], scopedRoles: Scoped[] = [], by: Partial<Record<Action, Relation>> = {}) {
  const { actions } = inviteFirst.access
  const decided = Object.entries(by).map(([action, relation]) => [action, { ...actions[action as Action], relation }])
  return {
    ...inviteFirst.access,
    systemRoles: systemRoles.map(system),
    scopedRoles: scopedRoles.map(scoped),
    actions: { ...actions, ...Object.fromEntries(decided) },
  }
}

const changed = (policy: AccessPolicy, id: string, change: Partial<SystemRole & ScopedRole>): AccessPolicy => ({
  ...policy,
  systemRoles: policy.systemRoles.map((role) => (role.id === id ? { ...role, ...change } : role)),
  scopedRoles: policy.scopedRoles.map((role) => (role.id === id ? { ...role, ...change } : role)),
})

const decidedBy = (policy: AccessPolicy, action: Action, relation: Relation): AccessPolicy => {
  return { ...policy, actions: { ...policy.actions, [action]: { ...policy.actions[action], relation } } }
}

const boss = { id: 'boss', rank: 9, rights: ['users.delete'] }

/** What somebody might write, and the chain that must be named. */
const CHAINS: readonly (readonly [why: string, policy: AccessPolicy, chain: string])[] = [
  [
    'whoever may be given may give more',
    policyOf([{ id: 'lead', mayGrant: ['agent'] }, { id: 'agent', mayGrant: ['boss'] }, boss]),
    'lead gives agent, who gives boss',
  ],
  [
    'the third in a row may give more',
    policyOf([
      { id: 'lead', mayGrant: ['agent', 'clerk'] },
      { id: 'agent', mayGrant: ['clerk'] },
      { id: 'clerk', mayGrant: ['boss'] },
      boss,
    ]),
    'lead gives clerk, who gives boss',
  ],
  [
    'two may give each other, and one of them more',
    policyOf([{ id: 'one', mayGrant: ['two'] }, { id: 'two', mayGrant: ['one', 'boss'] }, boss]),
    'one gives two, who gives boss',
  ],
  [
    'a role on a resource leads to another there',
    policyOf([boss], [{ id: 'maker', mayGrant: ['editor'] }, { id: 'editor', mayGrant: ['source'] }, { id: 'source' }]),
    'maker gives editor, who gives source',
  ],
  [
    'a temporary password takes the right alone',
    policyOf([{ id: 'helpdesk', rights: ['passwords.issue'] }, boss], [], { issueTemporaryPassword: 'right' }),
    'helpdesk acts as boss by issueTemporaryPassword',
  ],
  [
    'giving somebody an address, where one could read the reset link, takes the right alone',
    policyOf([{ id: 'helpdesk', rights: ['users.edit'] }, boss], [], { edit: 'right' }),
    'helpdesk acts as boss by edit',
  ],
  [
    'choosing a password takes the right alone',
    policyOf([{ id: 'helpdesk', rights: ['passwords.set'] }, boss], [], { setPassword: 'right' }),
    'helpdesk acts as boss by setPassword',
  ],
  [
    'a token for another takes the right alone',
    policyOf([{ id: 'robots', rights: ['apiTokens.manage'] }, boss], [], { createToken: 'right' }),
    'robots acts as boss by createToken',
  ],
  [
    'acting as somebody takes the right alone',
    policyOf([{ id: 'support', rights: ['impersonation.start'] }, boss], [], { impersonate: 'right' }),
    'support acts as boss by impersonate',
  ],
  [
    'sight alone is gained',
    policyOf(
      [
        { id: 'clerk', rights: ['passwords.set'], visibility: 'organization' },
        { id: 'watcher', visibility: 'all' },
      ],
      [],
      { setPassword: 'right' },
    ),
    'clerk acts as watcher by setPassword',
  ],
  [
    'reach alone is gained',
    policyOf(
      [
        { id: 'clerk', rights: ['passwords.set'] },
        { id: 'roamer', reach: { survey: 'maker' } },
      ],
      [{ id: 'maker', rights: ['survey.edit'] }],
      { setPassword: 'right' },
    ),
    'clerk acts as roamer by setPassword',
  ],
  [
    'roles to give alone are gained',
    policyOf([{ id: 'clerk', rights: ['passwords.set'] }, { id: 'giver', mayGrant: ['boss'] }, boss], [], {
      setPassword: 'right',
    }),
    'clerk acts as giver by setPassword',
  ],
  [
    'who may be given may act as others',
    policyOf([{ id: 'lead', mayGrant: ['helpdesk'] }, { id: 'helpdesk', rights: ['passwords.set'] }, boss], [], {
      setPassword: 'right',
    }),
    'lead gives helpdesk, who acts as boss by setPassword',
  ],
  [
    'a right over the people of a resource reaches those who are more elsewhere',
    policyOf([boss], [{ id: 'owner', rights: ['passwords.issue'] }, { id: 'guest' }], {
      issueTemporaryPassword: 'right',
    }),
    'owner acts as boss by issueTemporaryPassword',
  ],
  [
    'the same by a token',
    policyOf([boss], [{ id: 'owner', rights: ['apiTokens.manage'] }], { createToken: 'right' }),
    'owner acts as boss by createToken',
  ],
  [
    'what is reached everywhere leads on',
    policyOf(
      [{ id: 'roamer', reach: { survey: 'maker' } }],
      [{ id: 'maker', mayGrant: ['editor'] }, { id: 'editor', mayGrant: ['source'] }, { id: 'source' }],
    ),
    'roamer gives editor, who gives source',
  ],
  [
    'what one covers may give more',
    policyOf([
      { id: 'lead', rights: ['passwords.issue'], mayGrant: ['agent'] },
      { id: 'agent', mayGrant: ['chief'] },
      { id: 'chief', mayGrant: ['boss'] },
      boss,
    ]),
    'lead gives agent, who gives chief',
  ],
  [
    'the ladder: a rung that may give the one above it',
    changed(ladder.access, 'team-leader', {
      mayGrant: ['minimal-user', 'template-user', 'standard-user', 'survey-creator', 'superuser'],
    }),
    'team-leader gives superuser, who gives limited',
  ],
  [
    'the ladder: passwords chosen by right',
    decidedBy(ladder.access, 'setPassword', 'right'),
    'standard-user acts as survey-creator by setPassword',
  ],
  [
    'the ladder: acting as others by right',
    decidedBy(ladder.access, 'impersonate', 'right'),
    'survey-creator acts as team-leader by impersonate',
  ],
  [
    'the ladder: a role on a survey that gives the one above it',
    changed(ladder.access, 'researcher', { mayGrant: ['maker'] }),
    'researcher gives maker, who gives limited',
  ],
  [
    'the app store: developers who may make owners',
    changed(inviteFirst.access, 'developer', { mayGrant: ['owner'] }),
    'developer gives owner, who gives api-user',
  ],
  [
    'the directory: users who may edit anybody by right',
    decidedBy(changed(directory.access, 'user', { rights: ['users.edit'] }), 'edit', 'right'),
    'user acts as hub-administrator by edit',
  ],
  [
    'the app store: tokens for anybody by right',
    decidedBy(inviteFirst.access, 'createToken', 'right'),
    'user-management acts as admin by createToken',
  ],
]

describe('escalations', () => {
  it.each(CHAINS)('names the chain where %s', (_, policy, chain) => {
    const sentences = escalations(policy, ALL).map(escalationText)
    expect(sentences.join('\n')).toContain(`could raise themselves: ${chain}.`)
  })

  it.each([inviteFirst, directory, ladder])('finds none in preset $preset', ({ access }) => {
    expect(escalations(access, ALL)).toEqual([])
  })

  it('finds none where the way of it is switched off', () => {
    const policy = decidedBy(ladder.access, 'impersonate', 'right')
    expect(escalations(policy, ['setPassword'])).toEqual([])
  })

  it('lets the roles of single resources come along with a lower rank, as rows C14 and C21 say', () => {
    const policy = policyOf(
      [
        { id: 'lead', rank: 2, rights: ['impersonation.start'] },
        { id: 'member', rank: 1 },
      ],
      [{ id: 'maker', rights: ['survey.source'] }],
    )
    expect(escalations(policy, ['impersonate'])).toEqual([])
  })
})
