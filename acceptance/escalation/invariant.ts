import type { UserRecord } from '@rollcall/core/rules'
import { CLIENT } from '@rollcall/testing'
import { actorsOf, type Belongings, type Coalition } from './coalition.ts'
import type { Outcome } from './moves.ts'

/**
 * Some people act together: they use every account they are signed in to, read what is on their screens and what is
 * mailed to them, and make each other and new accounts of their own do the rest. Their *reach* is every role, in every
 * place, that one of them held at first or that a role within reach lets its holder give. Then after any moves of theirs:
 *
 * 1. nobody holds a role that they did not hold at first, unless it is within reach;
 * 2. no account they are signed in to holds a role beyond reach, however they got into it;
 * 3. whoever held a role beyond reach at first still holds it, has the profile, password, state, sessions and API tokens
 *    they had, and, when only invited, is still invited;
 * 4. nothing was let through that takes a right no role within reach has, on the product or on an app concerned;
 * 5. nobody switched off or deleted is signed in;
 * 6. if there was an administrator at first, there is one;
 * 7. nothing was let through that nobody may do while acting as somebody else;
 * 8. where people hold one role on the whole product, nobody holds two;
 * 9. nothing was let through that must be refused whoever asks: deleting the protected, changing a user name, and what
 *    the policy leaves out.
 *
 * Answers what the move just made violates, in a sentence; null when it violates nothing.
 */
export async function violated(coalition: Coalition, outcome: Outcome): Promise<string | null> {
  if (outcome === 'refused') return null
  if (outcome.asAnother) return `7: ${outcome.asAnother} was let through while acting as somebody else`
  if (outcome.never) return `9: ${outcome.never} was let through, which is nobody's`
  if (outcome.without) return `4: ${outcome.without} was used without being within reach`
  const { world, reach, before, bystanders, hadAdministrator } = coalition
  const one = world.policy.access.systemRolesPerUser === 'one'
  for (const { id, email, grants } of await everybody(coalition)) {
    const first = before.get(id) ?? []
    const gained = grants.filter(({ role, scope }) => !first.some((atom) => atom.role === role && atom.scope === scope))
    const beyond = gained.find((atom) => !reach.has(atom))
    if (beyond) return `1: ${email} was given ${beyond.role} on ${beyond.scope}`
    const system = new Set(grants.filter(({ scope }) => scope === null).map(({ role }) => role))
    if (one && system.size > 1 && first.length < grants.length) return `8: ${email} holds ${[...system].join(' and ')}`
  }
  for (const { real, effective } of await actorsOf(coalition)) {
    for (const { user } of new Set([real, effective])) {
      const beyond = user.grants.find((atom) => !reach.has(atom))
      if (beyond) return `2: they act as ${user.email}, who is ${beyond.role} on ${beyond.scope}`
      if (!(await world.storage.users.find(user.id))?.enabled) return `5: they act as ${user.email}, who is off`
    }
  }
  for (const belongings of bystanders) {
    const touched = await harm(coalition, belongings)
    if (touched) return `3: ${belongings.user.email} lost ${touched}`
  }
  if (hadAdministrator && (await world.storage.users.countHolders(world.policy.access.administrators)) === 0)
    return '6: no administrator is left'
  return null
}

/** Everybody there is. */
export async function everybody({ world }: Coalition): Promise<readonly UserRecord[]> {
  const filter = {
    search: null,
    status: [],
    role: [],
    organization: [],
    resource: [],
    group: [],
    authentication: null,
  } as const
  const { items } = await world.storage.users.list(
    { ...filter, sight: { kind: 'all' }, enabled: null, lastSignInBefore: null },
    { by: 'email', descending: false, limit: 200, from: null },
    { now: world.clock.now(), policy: world.policy },
  )
  return items
}

async function harm({ world, reach }: Coalition, had: Belongings): Promise<string | null> {
  const { storage, rollcall } = world
  const kept = had.user.grants.filter((atom) => !reach.has(atom))
  if (kept.length === 0) return null
  const now = await storage.users.find(had.user.id)
  if (!now) return 'their existence'
  for (const { role, scope } of kept) {
    if (!now.grants.some((atom) => atom.role === role && atom.scope === scope)) return `${role} on ${scope}`
  }
  if (profile(now) !== profile(had.user)) return 'their profile'
  if (((await storage.credentials.find(now.id))?.hash ?? null) !== had.hash) return 'their password'
  if (had.session && !(await rollcall.sessions.authenticate(had.session, CLIENT))) return 'their session'
  if (had.token && !(await rollcall.sessions.authenticate(had.token, CLIENT))) return 'their API token'
  return null
}

/** All but what moves by itself, with roles, and when somebody who has not registered is invited again. */
function profile(user: UserRecord): string {
  const { version: _version, state: _state, grants: _grants, invitedAt, ...rest } = user
  return JSON.stringify({ ...rest, invitedAt: user.registeredAt === null ? null : invitedAt })
}
