// One authorization decision with its reason: every role, action and kind of target, oneself and strangers.
import assert from 'node:assert/strict'
import { AbilityBuilder, createMongoAbility, subject as typed } from '@casl/ability'
import { compileAccess, decide, hasRight, powerOf } from '@rollcall/core/rules'
import { createAccessControl } from 'better-auth/plugins/access'
import { person } from '../people.mjs'
import { actions, policy, RANKS, SCOPES } from '../policy.mjs'
import { rounds, steady } from '../rounds.mjs'

const access = compileAccess(policy.access)
const ACTIONS = Object.keys(actions)
const rules = ACTIONS.map((action) => policy.access.actions[action])

export default async function decision() {
  const questions = shuffled(allQuestions())
  const reasons = new Set()
  for (const question of questions) {
    const { action, subject, target, ability, document, role, request } = question
    const ours = decide(access, subject, action, target)
    assert.equal(reasonOf(limit(question)), ours)
    assert.equal(ability.relevantRuleFor(action, documentOf(target))?.reason ?? null, ours)
    assert.equal(ability.relevantRuleFor(action, document)?.reason ?? null, ours)
    assert.equal(role.authorize(request).success, hasRight(access, subject.power, rules[question.index].right))
    reasons.add(ours)
  }
  assert.equal(reasons.size, REASONS.length, 'the permission and every reason occur')

  // Each side has a loop of its own: a shared one would call four functions through one slow place.
  let allowed = 0
  const turn = (batch) => steady(questions.length, batch)
  const reached = await rounds(15, {
    ours: turn(() => {
      for (const q of questions) if (decide(access, q.subject, q.action, q.target) === null) allowed += 1
    }),
    limit: turn(() => {
      for (const q of questions) if (limit(q) === 0) allowed += 1
    }),
    'CASL prebuilt': turn(() => {
      for (const q of questions) if (!q.ability.relevantRuleFor(q.action, documentOf(q.target))?.reason) allowed += 1
    }),
    'CASL, people prepared too': turn(() => {
      for (const q of questions) if (!q.ability.relevantRuleFor(q.action, q.document)?.reason) allowed += 1
    }),
    'better-auth role': turn(() => {
      for (const q of questions) if (q.role.authorize(q.request).success) allowed += 1
    }),
  })
  assert.ok(allowed > 0)
  return [
    {
      what: 'decision with reason',
      unit: '/s',
      reached,
      targets: [{ of: 'CASL prebuilt', atLeast: 3 }],
      wishes: [{ of: 'better-auth role', atLeast: 3 }],
    },
  ]
}

function allQuestions() {
  const targets = Array.from({ length: 64 }, (_, number) => {
    const { id, organization, grants } = person(number)
    return { id, organization, grants, singleSignOn: number % 5 === 4, protected: false }
  })
  const documents = targets.map(documentOf)
  return Array.from({ length: 2 * RANKS }, (_, number) => {
    const { id, organization, grants } = person(number)
    const subject = { id, organization, power: powerOf(access, grants), impersonating: number >= RANKS }
    const role = flatRole(number % RANKS)
    const ability = abilityOf(subject)
    const mask = maskOf(subject)
    return targets.flatMap((target, place) =>
      ACTIONS.map((action, index) => {
        const [resource, verb] = rules[index].right.split('.')
        const document = documents[place]
        const scopes = bitsOf(SCOPES, (scope) => document.scopes.includes(scope))
        const prepared = { id: target.id, rank: document.rank, singleSignOn: target.singleSignOn, scopes }
        return {
          index,
          action,
          subject,
          target,
          ability,
          document,
          mask,
          prepared,
          role,
          request: { [resource]: [verb] },
        }
      }),
    )
  }).flat()
}

/** A person as CASL's conditions can read them. */
function documentOf({ id, grants, singleSignOn }) {
  let rank = -1
  const scopes = []
  for (const { role, scope } of grants) {
    if (scope === null) rank = Math.max(rank, RANK.get(role) ?? -1)
    else scopes.push(scope)
  }
  return typed('User', { id, rank, scopes, singleSignOn })
}

const RANK = new Map(policy.access.systemRoles.map(({ id, rank }) => [id, rank]))
const REASONS = [null, 'impersonating', 'no-right', 'self', 'single-sign-on', 'not-covered', 'not-outranked']
const reasonOf = (code) => REASONS[code]

const NOT_IMPERSONATING = 1
const NOT_SELF = 2
const NOT_SINGLE_SIGN_ON = 4
const COVERS = 8
const OUTRANKS = 16
const FLAGS = rules.map(
  (rule) =>
    (rule.notImpersonating ? NOT_IMPERSONATING : 0) |
    (rule.notSelf ? NOT_SELF : 0) |
    (rule.notSingleSignOn ? NOT_SINGLE_SIGN_ON : 0) |
    (rule.relation === 'covers' ? COVERS : 0) |
    (rule.relation === 'outranks' ? OUTRANKS : 0),
)

/** The same by hand for this very policy: everything about subject and target as small numbers worked out before. */
function limit({ index, mask, prepared }) {
  const flags = FLAGS[index]
  if (flags & NOT_IMPERSONATING && mask.impersonating) return 1
  if ((mask.actions & (1 << index)) === 0 && (mask.scopes[index] & prepared.scopes) === 0) return 2
  if (flags & NOT_SELF && mask.id === prepared.id) return 3
  if (flags & NOT_SINGLE_SIGN_ON && prepared.singleSignOn) return 4
  if (flags & COVERS && prepared.rank > mask.rank) return 5
  if (flags & OUTRANKS && prepared.rank >= mask.rank) return 6
  return 0
}

function maskOf({ id, power, impersonating }) {
  return {
    id,
    impersonating,
    rank: power.rank,
    actions: bitsOf(rules, ({ right }) => hasRight(access, power, right)),
    scopes: rules.map(({ right }) => bitsOf(SCOPES, (scope) => isHeldOn(access, power, right, scope))),
  }
}

const isHeldOn = (access, power, right, id) => hasRight(access, power, right, { type: 'site', id })

function bitsOf(list, holds) {
  return list.reduce((bits, each, index) => (holds(each) ? bits | (1 << index) : bits), 0)
}

/** The same rules for CASL, built once per subject; later rules win. Targets bring their rank and resources along. */
function abilityOf({ id, power, impersonating }) {
  const { can, cannot, build } = new AbilityBuilder(createMongoAbility)
  for (const [index, action] of ACTIONS.entries()) {
    const { right, relation, notSelf, notSingleSignOn, notImpersonating } = rules[index]
    cannot(action, 'User').because('no-right')
    if (hasRight(access, power, right)) {
      if (relation !== 'right') cannot(action, 'User').because(relation === 'covers' ? 'not-covered' : 'not-outranked')
      if (relation === 'right') can(action, 'User')
      if (relation === 'covers') can(action, 'User', { rank: { $lte: power.rank } })
      if (relation === 'outranks') can(action, 'User', { rank: { $lt: power.rank } })
      if (notSingleSignOn) cannot(action, 'User', { singleSignOn: true }).because('single-sign-on')
      if (notSelf) cannot(action, 'User', { id }).because('self')
    } else {
      const scopes = SCOPES.filter((scope) => isHeldOn(access, power, right, scope))
      if (scopes.length > 0) can(action, 'User', { scopes: { $in: scopes } })
    }
    if (notImpersonating && impersonating) cannot(action, 'User').because('impersonating')
  }
  return build()
}

function flatRole(rank) {
  const grouped = (names) => {
    const statements = {}
    for (const name of names) {
      const [resource, verb] = name.split('.')
      statements[resource] = [...(statements[resource] ?? []), verb]
    }
    return statements
  }
  const all = policy.access.systemRoles.map(({ rights }) => grouped(rights))
  return createAccessControl(all[RANKS - 1]).newRole(all[rank])
}

/** The same order each time, and none that a processor could foresee. */
function shuffled(list) {
  let seed = 1
  for (let index = list.length - 1; index > 0; index -= 1) {
    seed = (seed * 48_271) % 2_147_483_647
    const other = seed % (index + 1)
    ;[list[index], list[other]] = [list[other], list[index]]
  }
  return list
}
